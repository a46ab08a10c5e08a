/**
 * Measures everything that is measured: one line of NDJSON per figure, `{set, hash, figure, value}`. Public sets are measured
 * where they lie beside the project.
 *
 *   node test/eval/eval.ts [PART...] [--check]
 *
 * PART is one of the names in `PARTS`; without any, all run. `--check` also holds the figures beside test/eval/floors.json,
 * prints what is below on stderr and exits 1.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { measureFolder } from './extraction.ts';
import { averageF1 } from './extraction-measure.ts';
import { belowFloors, type Figure, loadFloors } from './floors.ts';
import { evaluateJudge } from './judge.ts';
import { evaluateBlind } from './judge-blind.ts';
import { judgeNegatives } from './judge-negatives.ts';
import { measureLanguages } from './language.ts';
import { measureNewsroom } from './newsroom.ts';
import { measureRelevance } from './relevance.ts';
import { measureSectors } from './sectors.ts';
import { measureOwnStories, measurePairs } from './stories.ts';
import { evaluateVerify, REFUTED_PRECISION } from './verify.ts';
import { crossValidate, readExamples } from './verify-cross.ts';

const here = import.meta.dirname;
const beside = path.join(here, '../../../shared/eval');

/** Every group of figures by name, the cheap ones first. */
export const PARTS = {
  relevance: () =>
    measureRelevance().flatMap((score) => pick(`relevance ${score.part}`, score, ['precision', 'recall'])),
  sectors: () => measureSectors().flatMap((score) => pick(`sectors ${score.part}`, score, ['first', 'accepted', 'f1'])),
  stories,
  newsroom,
  verify,
  language,
  extraction,
  judge: () => judge([1]),
  seeds: () => judge([2, 3]),
  public: publicSets,
} satisfies Record<string, () => Figure[]>;

export type Part = keyof typeof PARTS;

function pick<K extends string>(
  set: string,
  score: { hash: string } & Record<K, number>,
  names: readonly K[],
): Figure[] {
  return names.map((figure) => ({ set, hash: score.hash, figure, value: rounded(score[figure]) }));
}

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}

function stories(): Figure[] {
  const names = ['precision', 'recall', 'f1'] as const;
  return [
    ...pick('stories own', measureOwnStories(), names),
    ...pick('stories own, Vietnamese', measureOwnStories('vi'), names),
  ];
}

function newsroom(): Figure[] {
  const { hash, relevance, sectors, stories: told } = measureNewsroom();
  return [
    ...pick('relevance newsroom', { hash, ...relevance }, ['precision', 'recall']),
    ...pick('sectors newsroom', { hash, ...sectors }, ['first', 'accepted', 'f1']),
    ...pick('stories newsroom', { hash, ...told }, ['precision', 'recall', 'f1']),
  ];
}

function verify(): Figure[] {
  return pick('verify own', evaluateVerify(), ['macroF1', 'refutedRecall']);
}

function language(): Figure[] {
  const folder = path.join(here, 'language-set');
  const hash = createHash('sha256');
  for (const name of readdirSync(folder).sort()) hash.update(readFileSync(path.join(folder, name)));
  const digest = hash.digest('hex').slice(0, 12);
  return measureLanguages().flatMap((score) =>
    (['right', 'abstained', 'wrong'] as const).map((kind) => ({
      set: `language ${score.language}, ${score.form}`,
      hash: digest,
      figure: kind,
      value: score[kind],
    })),
  );
}

function extraction(): Figure[] {
  return extractionOf('extraction own', path.join(here, 'extraction-set'));
}

function extractionOf(set: string, folder: string): Figure[] {
  const { results, setHash } = measureFolder(folder);
  const ours = averageF1(results.map((result) => result.ours));
  const readability = averageF1(results.map((result) => result.readability)).f1;
  const share = (test: (result: (typeof results)[number]) => boolean): number =>
    results.filter(test).length / results.length;
  const score = {
    hash: setHash,
    ...ours,
    leadOverReadability: ours.f1 - readability,
    titles: share(({ titleRight }) => titleRight),
    dates: share(({ truth, got }) => truth.date === got.publishedAt?.slice(0, 10)),
  };
  return pick(set, score, ['precision', 'recall', 'f1', 'leadOverReadability', 'titles', 'dates']);
}

const JUDGED = ['precision', 'recall', 'kind', 'evidence', 'quote', 'verdict', 'strict', 'falseFlags'] as const;

/** Flags and verdicts; with the first seed also the newsroom as it is, the blind set and the negatives. */
function judge(seeds: readonly number[]): Figure[] {
  const first = seeds.includes(1);
  const sets = evaluateJudge(seeds).filter(({ set }) => first || set !== 'newsroom');
  const figures = sets.flatMap((score) => pick(`judge ${score.set}`, score, JUDGED));
  if (!first) return figures;
  const negatives = judgeNegatives();
  return [
    ...figures,
    ...evaluateBlind().flatMap((score) => pick(`judge ${score.set}`, score, [...JUDGED, 'negativeFlags'])),
    ...pick(`judge ${negatives.set}`, { hash: hashOfFolder('negative-set'), ...negatives }, [
      'negative',
      'agreeing',
      'falseFlags',
      'confirmed',
      'recall',
    ]),
  ];
}

function hashOfFolder(name: string): string {
  const hash = createHash('sha256');
  for (const file of readdirSync(path.join(here, name)).sort()) hash.update(readFileSync(path.join(here, name, file)));
  return hash.digest('hex').slice(0, 12);
}

/** Sets that are not the project's own; none of them present gives no figure. */
function publicSets(): Figure[] {
  const pairs = path.join(beside, 'stories/pairs-dev.ndjson');
  const claims = path.join(beside, 'claims/vietnamese-dev.ndjson');
  const pages = path.join(beside, 'extraction');
  return [
    ...(existsSync(pairs) ? publicPairs(pairs) : []),
    ...(existsSync(claims) ? publicClaims(claims) : []),
    ...(existsSync(pages) ? extractionOf('extraction public', pages) : []),
  ];
}

function publicPairs(file: string): Figure[] {
  return [...measurePairs(file)].flatMap(([tongue, score]) =>
    pick(`stories public pairs, ${tongue}`, { ...score, leadOverTfIdf: score.streamed - score.tfIdf }, [
      'tfIdf',
      'ours',
      'streamed',
      'leadOverTfIdf',
    ]),
  );
}

function publicClaims(file: string): Figure[] {
  const { examples, hash } = readExamples(file);
  const { macroF1, curve } = crossValidate(examples, [1]);
  const usable = curve.filter(({ precision }) => precision >= REFUTED_PRECISION);
  const refutedRecall = Math.max(0, ...usable.map(({ recall }) => recall));
  return pick('verify public, cross-validated', { hash, macroF1, refutedRecall }, ['macroF1', 'refutedRecall']);
}

/** All parts named, or all there are. @throws Error on a name that is none */
function partsOf(names: readonly string[]): Part[] {
  const known = Object.keys(PARTS).filter(isPart);
  const unknown = names.find((name) => !isPart(name));
  if (unknown !== undefined) throw new Error(`Không có phần "${unknown}"; các phần là ${known.join(', ')}.`);
  return names.length === 0 ? known : names.filter(isPart);
}

function isPart(name: string): name is Part {
  return Object.hasOwn(PARTS, name);
}

if (import.meta.main) {
  const figures = partsOf(process.argv.slice(2).filter((argument) => !argument.startsWith('--'))).flatMap((part) => {
    const measured = PARTS[part]();
    for (const figure of measured) process.stdout.write(`${JSON.stringify(figure)}\n`);
    return measured;
  });
  const faults = process.argv.includes('--check') ? belowFloors(figures, loadFloors()) : [];
  for (const fault of faults) process.stderr.write(`below the floor: ${fault}\n`);
  process.exitCode = faults.length === 0 ? 0 : 1;
}
