import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { emit } from '@lamro/newsroom';
import { developmentOutcomes, evaluateBlind, practiceOutcomes, SECOND, THIRD } from './judge-blind.ts';
import { judgeNegatives } from './judge-negatives.ts';
import { judgeSet, type LabelledSet, type Outcome, parseSet, type Scores, scoreOutcomes } from './judge-score.ts';

const DAY = new Date('2026-11-20T00:00:00Z');

/** Labelled set in a folder of `articles.ndjson`, `records.ndjson` and `truth.ndjson`; null when there is none. */
export function readSet(folder: URL): LabelledSet | null {
  if (!existsSync(new URL('truth.ndjson', folder))) return null;
  return parseSet({
    articles: lines(folder, 'articles'),
    records: lines(folder, 'records'),
    truth: lines(folder, 'truth'),
  });
}

function lines(folder: URL, name: string): unknown[] {
  return readFileSync(new URL(`${name}.ndjson`, folder), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): unknown => JSON.parse(line));
}

export interface NamedScores extends Scores {
  readonly set: string;
  /** SHA-256 of the set, first 12 digits. */
  readonly hash: string;
}

/** Figures of the sample newsroom and of seeded copies of it. */
export function evaluateJudge(seeds: readonly number[] = [1, 2, 3]): NamedScores[] {
  const sets: [string, LabelledSet][] = [
    ['newsroom', parseSet(emit(DAY))],
    ...seeds.map((seed): [string, LabelledSet] => [`newsroom, seed ${seed}`, parseSet(emit(DAY, seed))]),
  ];
  return sets.map(([set, labelled]) => ({ set, hash: hashOf(labelled), ...scoreOutcomes(judgeSet(labelled)) }));
}

function hashOf(set: LabelledSet): string {
  return createHash('sha256').update(JSON.stringify(set)).digest('hex').slice(0, 12);
}

function explain({ item, expected, own, judgement }: Outcome): string {
  const signals = judgement.signals.map(
    ({ kind, strength, quote, evidence }) =>
      `\n      ${kind} ${strength} "${quote.slice(0, 140)}" <- ${evidence?.recordId ?? evidence?.articleId} "${evidence?.quote.slice(0, 140)}"`,
  );
  const wanted = expected.claims.map(({ signal, quote }) => `\n      expected ${signal} "${quote.slice(0, 140)}"`);
  return `${own ? '' : '(other profile) '}${item.id} ${item.language} flag ${expected.flag}/${judgement.flag.raised} (${judgement.flag.score}) verdict ${expected.verdict}/${judgement.verdictSuggestion} ${judgement.relevance.about} evidence ${expected.evidence.join(',')}${wanted.join('')}${signals.join('')}`;
}

/** Outcomes to look at one by one: the practice sets; of the blind sets (`blind`, `second`, `third`) the development halves only. */
function outcomesOf(set: string | undefined): Outcome[] {
  if (set === 'blind') return developmentOutcomes();
  if (set === 'second') return developmentOutcomes(SECOND);
  if (set === 'third') return developmentOutcomes(THIRD);
  if (set === 'practice') return practiceOutcomes();
  const labelled = set === undefined ? parseSet(emit(DAY)) : readSet(new URL(`file://${set}/`));
  return labelled === null ? [] : judgeSet(labelled);
}

function printWrong(set: string | undefined): void {
  for (const outcome of outcomesOf(set)) {
    const { own, expected, judgement } = outcome;
    if (own ? expected.flag !== judgement.flag.raised : judgement.flag.raised) console.log(explain(outcome));
  }
}

if (process.argv[1] === import.meta.filename) {
  const wrong = process.argv.indexOf('--wrong');
  if (wrong > 0) printWrong(process.argv[wrong + 1]);
  else {
    const sets = evaluateJudge();
    const templates = judgeNegatives();
    const blind = evaluateBlind();
    for (const scores of [...sets, ...blind, templates]) console.log(JSON.stringify(scores));
  }
}
