import { createHash } from 'node:crypto';
import { basename, join } from 'node:path';
import { type ConflictTrees, createJudge } from '@lamro/analysis';
import { type PressItem, SIGNAL_KINDS, VERDICTS } from '@lamro/domain';
import { loadGazetteer } from '@lamro/profiles';
import { type BlindItem, blindHash, blindItems, blindProfiles, blindRecords } from './blind-set/items.ts';
import { type Outcome, type Scores, scoreOutcomes } from './judge-score.ts';

/** Folder of the second set. */
export const SECOND = join(import.meta.dirname, 'blind-set-second');

/** Folder of the third set. */
export const THIRD = join(import.meta.dirname, 'blind-set-third');

/** Folders of the two parts of the fourth set, each with records of its own. */
const FOURTH = ['a', 'b'].map((name) => join(import.meta.dirname, 'blind-set-fourth', name));

const PRACTICE = join(import.meta.dirname, 'practice-set');
/** Development sets, written without sight of the rules and open to be looked at ... */
const OPEN = [
  'agencies',
  'broadcasters',
  'columnists',
  'correspondents',
  'dailies',
  'gazettes',
  'investors',
  'locals',
  'magazines',
  'mekong',
  'naturalists',
  'portals',
  'rewriters',
  'society',
  'tabloids',
  'wires',
].map((name) => join(PRACTICE, name));
/** ... and those that stay closed beside them, to tell how far what was learnt there carries. */
const CLOSED = ['advocacy', 'overseas', 'travellers'].map((name) => join(PRACTICE, name));
export const PRACTICE_SETS: readonly string[] = [...OPEN, ...CLOSED];
/** Sets in the usual wording of outlets, on which the rules were developed and the trees were not fitted (docs/decisions/0210). */
const UNFITTED = new Set(['agencies', 'correspondents', 'gazettes', 'mekong']);
export const FITTED_SETS: readonly string[] = PRACTICE_SETS.filter((set) => !UNFITTED.has(basename(set)));

/** Faults may be looked at one by one in `development` only; of `kept` nothing but the sums is printed. */
const HALVES = ['development', 'kept'] as const;
export type Half = (typeof HALVES)[number];

/** Half of an item, drawn by its id alone, so that it never moves. */
export function halfOf(id: string): Half {
  const first = createHash('sha256').update(`half of the blind set: ${id}`).digest()[0] ?? 0;
  return first % 2 === 0 ? 'development' : 'kept';
}

/** Judges each profile's items in order of publication, so that an item sees those before it whatever their half. */
export function judgeBlind(set?: string, trees?: ConflictTrees): Outcome[] {
  return blindProfiles(set).flatMap((profile) => {
    const options = { gazetteer: loadGazetteer(profile), records: blindRecords(profile, set) };
    const judge = createJudge(trees === undefined ? options : { ...options, trees });
    return blindItems(profile, set).map((labelled) => {
      const item = itemOf(labelled);
      return { item, expected: expectationOf(profile, labelled), own: true, judgement: judge(item) };
    });
  });
}

function itemOf({ label, ...item }: BlindItem): PressItem {
  return item;
}

function expectationOf(profile: string, { id, label }: BlindItem): Outcome['expected'] {
  return {
    id,
    profile,
    flag: label.flag,
    verdict: label.verdict,
    claims: label.claims,
    evidence: label.claims
      .filter(({ verdict }) => verdict === 'distorted')
      .flatMap(({ recordId, articleId }) => [recordId, articleId].filter((one) => one !== undefined)),
  };
}

export interface BlindScores extends Scores {
  readonly set: string;
  readonly hash: string;
  /** Flags on items whose label is negative but accurate. */
  readonly negativeFlags: number;
  /** Flagged with a signal of the expected kind, of those expected, by kind. */
  readonly kinds: Readonly<Record<string, string>>;
  /** Verdict right, of those expected, by verdict. */
  readonly verdicts: Readonly<Record<string, string>>;
}

export function scoreBlind(set: string, hash: string, mine: readonly Outcome[]): BlindScores {
  return {
    set,
    hash: hash.slice(0, 12),
    ...scoreOutcomes(mine),
    negativeFlags: mine.filter(
      ({ expected, judgement }) => expected.verdict === 'accurate-negative' && judgement.flag.raised,
    ).length,
    kinds: Object.fromEntries(SIGNAL_KINDS.flatMap((kind) => countKind(mine, kind))),
    verdicts: Object.fromEntries(
      VERDICTS.map((verdict) => {
        const wanted = mine.filter(({ expected }) => expected.verdict === verdict);
        return [
          verdict,
          `${wanted.filter(({ judgement }) => judgement.verdictSuggestion === verdict).length}/${wanted.length}`,
        ];
      }),
    ),
  };
}

function countKind(outcomes: readonly Outcome[], kind: string): [string, string][] {
  const wanted = outcomes.filter(({ expected }) => expected.claims.some(({ signal }) => signal === kind));
  const found = wanted.filter(
    ({ judgement }) => judgement.flag.raised && judgement.signals.some((signal) => signal.kind === kind),
  );
  return wanted.length === 0 ? [] : [[kind, `${found.length}/${wanted.length}`]];
}

/** Scores of both halves of each blind set, of the others as a whole, and of the practice sets. */
export function evaluateBlind(): BlindScores[] {
  const first = judgeBlind();
  const second = judgeBlind(SECOND);
  const third = judgeBlind(THIRD);
  const fourth = FOURTH.flatMap((set) => judgeBlind(set));
  const hash = blindHash();
  const [secondHash, thirdHash] = [blindHash(SECOND), blindHash(THIRD)];
  const fourthHash = FOURTH.map((set) => blindHash(set).slice(0, 6)).join('');
  return [
    ...HALVES.map((half) => scoreBlind(`blind set, ${half} half`, hash, halfIn(first, half))),
    ...HALVES.map((half) => scoreBlind(`second blind set, ${half} half`, secondHash, halfIn(second, half))),
    scoreBlind('second blind set', secondHash, second),
    ...HALVES.map((half) => scoreBlind(`third blind set, ${half} half`, thirdHash, halfIn(third, half))),
    scoreBlind('third blind set', thirdHash, third),
    ...HALVES.map((half) => scoreBlind(`fourth blind set, ${half} half`, fourthHash, halfIn(fourth, half))),
    scoreBlind('fourth blind set', fourthHash, fourth),
    ...OPEN.map((set) => scoreBlind(`practice set, ${basename(set)}`, blindHash(set), judgeBlind(set))),
    ...CLOSED.map((set) => scoreBlind(`practice set, ${basename(set)} (kept)`, blindHash(set), judgeBlind(set))),
  ];
}

/** What may be looked at one by one: the development half of a set. */
export function developmentOutcomes(set?: string): Outcome[] {
  return halfIn(judgeBlind(set), 'development');
}

/** Items of the development sets that may be looked at. */
export function practiceOutcomes(): Outcome[] {
  return OPEN.flatMap((set) => judgeBlind(set));
}

function halfIn(outcomes: readonly Outcome[], half: Half): Outcome[] {
  return outcomes.filter(({ item }) => halfOf(item.id) === half);
}
