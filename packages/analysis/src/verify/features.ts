import { type Alignment, align, type Gap } from './alignment.ts';
import { antonymsAnywhere, type Conflict, findConflicts, hasNegation, NEGATIONS, opposes, words } from './conflicts.ts';
import { type Token, tokenize } from './tokens.ts';

const INTENSE = words('chỉ duy nhất tất toàn hoàn mọi luôn nhất hết đều mãi vĩnh only all always every most');
const HEDGES = words('khoảng gần hơn trên dưới hầu phần một số có thể dự kiến ước about nearly over almost some may');
const TENSES = words('đã sẽ đang chưa vừa từng will was had');
const CAUSES = words('vì do nhờ nên bởi để nhằm because due');
const COMPARING = words('hơn kém nhất bằng tăng giảm cao thấp nhiều ít lớn nhỏ more less than');

/** A claim set against a passage: tokens, alignment and the plain features of the pair. */
export interface Comparison {
  readonly claim: readonly Token[];
  readonly passage: readonly Token[];
  readonly alignment: Alignment;
  readonly features: readonly number[];
  /** Number, antonym or negation that the two disagree in, strongest first. */
  readonly conflicts: readonly Conflict[];
}

export const FEATURE_NAMES = [
  'recall',
  'contentRecall',
  'bigramRecall',
  'trigramRecall',
  'tiled',
  'longestTile',
  'inversions',
  'gaps',
  'longestGap',
  'novelContent',
  'novelNames',
  'namesMissingShare',
  'numbers',
  'numbersMissing',
  'numbersMissingShare',
  'numberSwap',
  'tightSwap',
  'nameSwap',
  'antonymSwap',
  'antonymAnywhere',
  'negationAdded',
  'negationDropped',
  'negationDifference',
  'intenseNovel',
  'hedgeNovel',
  'tenseNovel',
  'causeNovel',
  'comparingNovel',
  'claimLength',
  'passageLength',
  'lengthRatio',
  'bestSentence',
  'passageSkipped',
  'characterRecall',
  'tailGap',
  'headGap',
  'swapSize',
  'fullyCovered',
  'inserted',
  'substituted',
  'dropped',
  'numberInPlace',
  'nameInPlace',
  'contentSquared',
  'negationNovel',
  'negationAbsent',
  'novelShare',
  'novelLong',
  'antonymNear',
  'swapShare',
] as const;

/** Compares a claim with a passage. Pure; about a millisecond for a paragraph. */
export function compare(claimText: string, passageText: string): Comparison {
  const claim = tokenize(claimText);
  const passage = tokenize(passageText);
  const alignment = align(claim, passage);
  const conflicts = findConflicts(claim, passage, alignment);
  return {
    claim,
    passage,
    alignment,
    conflicts,
    features: describe(claimText, passageText, claim, passage, alignment, conflicts),
  };
}

interface Pair {
  readonly claimText: string;
  readonly passageText: string;
  readonly claim: readonly Token[];
  readonly passage: readonly Token[];
  readonly alignment: Alignment;
  readonly conflicts: readonly Conflict[];
  /** Forms of the passage, of the claim. */
  readonly known: ReadonlySet<string>;
  readonly mine: ReadonlySet<string>;
  /** Runs of the claim that the passage lacks. */
  readonly runs: readonly Gap[];
}

function describe(
  claimText: string,
  passageText: string,
  claim: readonly Token[],
  passage: readonly Token[],
  alignment: Alignment,
  conflicts: readonly Conflict[],
): number[] {
  const known = new Set(passage.map(({ form }) => form));
  const mine = new Set(claim.map(({ form }) => form));
  const runs = alignment.gaps.filter((gap) => gap.claimTo > gap.claimFrom);
  const pair: Pair = { claimText, passageText, claim, passage, alignment, conflicts, known, mine, runs };
  return [
    ...overlapFeatures(pair),
    ...noveltyFeatures(pair),
    ...conflictFeatures(pair),
    ...wordingFeatures(pair),
    ...sizeFeatures(pair),
    ...substitutions(claim, passage, alignment, known, mine),
  ];
}

function missing({ known }: Pair, tokens: readonly Token[]): Token[] {
  return tokens.filter(({ form }) => !known.has(form));
}

function overlapFeatures(pair: Pair): number[] {
  const { claim, passage, alignment, runs } = pair;
  const length = Math.max(1, claim.length);
  const content = claim.filter(({ stop }) => !stop);
  const tiled = alignment.tiles.filter((tile) => tile.length >= 3).reduce((sum, tile) => sum + tile.length, 0);
  return [
    share(claim.length - missing(pair, claim).length, claim.length),
    share(content.length - missing(pair, content).length, content.length),
    ngramRecall(claim, passage, 2),
    ngramRecall(claim, passage, 3),
    tiled / length,
    Math.max(0, ...alignment.tiles.map((tile) => tile.length)) / length,
    Math.min(6, inversions(alignment)) / 6,
    Math.min(10, runs.length) / 10,
    Math.min(12, Math.max(0, ...runs.map((gap) => gap.claimTo - gap.claimFrom))) / 12,
  ];
}

function noveltyFeatures(pair: Pair): number[] {
  const content = pair.claim.filter(({ stop }) => !stop);
  const names = pair.claim.filter(({ name }) => name);
  const numbers = pair.claim.filter(({ number }) => number !== null);
  return [
    Math.min(10, missing(pair, content).length) / 10,
    Math.min(5, missing(pair, names).length) / 5,
    share(missing(pair, names).length, names.length, 0),
    Math.min(6, numbers.length) / 6,
    Math.min(4, missing(pair, numbers).length) / 4,
    share(missing(pair, numbers).length, numbers.length, 0),
  ];
}

function conflictFeatures({ claim, passage, alignment, conflicts, known, mine }: Pair): number[] {
  const count = (kind: Conflict['kind']): number => conflicts.filter((conflict) => conflict.kind === kind).length;
  const negations = (tokens: readonly Token[]): number => tokens.filter(({ form }) => NEGATIONS.has(form)).length;
  const negatedHere = (gap: Gap): boolean => hasNegation(claim, gap.claimFrom, gap.claimTo);
  const negatedThere = (gap: Gap): boolean => hasNegation(passage, gap.passageFrom, gap.passageTo);
  return [
    Math.min(2, count('number')) / 2,
    Math.min(3, count('word')) / 3,
    Math.min(2, count('name')) / 2,
    Math.min(2, count('antonym')) / 2,
    Math.min(2, antonymsAnywhere(claim, passage, known, mine)) / 2,
    Math.min(2, alignment.gaps.filter((gap) => negatedHere(gap) && !negatedThere(gap)).length) / 2,
    Math.min(2, alignment.gaps.filter((gap) => !negatedHere(gap) && negatedThere(gap)).length) / 2,
    Math.max(-1, Math.min(1, (negations(claim) - negations(passage)) / 3)),
  ];
}

function wordingFeatures(pair: Pair): number[] {
  const novel = (set: ReadonlySet<string>): number =>
    missing(
      pair,
      pair.claim.filter(({ form }) => set.has(form)),
    ).length;
  return [
    Math.min(2, novel(INTENSE)) / 2,
    Math.min(3, novel(HEDGES)) / 3,
    Math.min(2, novel(TENSES)) / 2,
    Math.min(2, novel(CAUSES)) / 2,
    Math.min(2, novel(COMPARING)) / 2,
  ];
}

function sizeFeatures(pair: Pair): number[] {
  const { claim, passage, alignment, conflicts, runs } = pair;
  const content = claim.filter(({ stop }) => !stop);
  const last = runs.at(-1);
  const first = runs[0];
  return [
    Math.log(1 + claim.length) / 5,
    Math.log(1 + passage.length) / 6,
    Math.min(2, claim.length / Math.max(1, passage.length)) / 2,
    bestSentenceRecall(pair.passageText, content),
    skippedShare(alignment, passage.length),
    characterRecall(pair.claimText, pair.passageText),
    last !== undefined && last.claimTo === claim.length ? Math.min(10, last.claimTo - last.claimFrom) / 10 : 0,
    first !== undefined && first.claimFrom === 0 ? Math.min(10, first.claimTo) / 10 : 0,
    Math.min(
      10,
      conflicts.reduce((sum, { gap }) => sum + gap.claimTo - gap.claimFrom, 0),
    ) / 10,
    missing(pair, claim).length === 0 ? 1 : 0,
  ];
}

function substitutions(
  claim: readonly Token[],
  passage: readonly Token[],
  alignment: Alignment,
  known: ReadonlySet<string>,
  mine: ReadonlySet<string>,
): number[] {
  let inserted = 0;
  let substituted = 0;
  let dropped = 0;
  let near = 0;
  for (const gap of alignment.gaps) {
    const own = claim.slice(gap.claimFrom, gap.claimTo).filter(({ stop }) => !stop);
    const theirs = passage.slice(gap.passageFrom, gap.passageTo).filter(({ stop }) => !stop);
    if (own.length > 0 && theirs.length > 0) substituted += own.filter(({ form }) => !known.has(form)).length;
    else if (own.length > 0) inserted += own.filter(({ form }) => !known.has(form)).length;
    else dropped += theirs.filter(({ form }) => !mine.has(form)).length;
    if (opposes(own, theirs)) near += 1;
  }
  const content = claim.filter(({ stop }) => !stop);
  const novel = content.filter(({ form }) => !known.has(form));
  const covered = share(content.length - novel.length, content.length);
  const negation = claim.some(({ form }) => NEGATIONS.has(form));
  const negationThere = passage.some(({ form }) => NEGATIONS.has(form));
  let run = 0;
  let longest = 0;
  for (const { form, stop } of claim) {
    if (!known.has(form)) run += 1;
    else if (!stop) run = 0;
    longest = Math.max(longest, run);
  }
  return [
    Math.min(8, inserted) / 8,
    Math.min(6, substituted) / 6,
    Math.min(8, dropped) / 8,
    Math.min(
      2,
      inPlace(claim, passage, known, mine, ({ number }) => number !== null),
    ) / 2,
    Math.min(
      2,
      inPlace(claim, passage, known, mine, ({ name, number }) => name && number === null),
    ) / 2,
    covered * covered,
    negation && !negationThere ? 1 : 0,
    !negation && negationThere ? 1 : 0,
    share(novel.length, content.length, 0),
    Math.min(8, longest) / 8,
    Math.min(2, near) / 2,
    share(substituted, Math.max(1, substituted + inserted)),
  ];
}

/** Tokens of a kind that the passage lacks although it has another of that kind beside the same neighbour. */
function inPlace(
  claim: readonly Token[],
  passage: readonly Token[],
  known: ReadonlySet<string>,
  mine: ReadonlySet<string>,
  isKind: (token: Token) => boolean,
): number {
  const rivals = passage.flatMap((token, at) => (isKind(token) && !mine.has(token.form) ? [at] : []));
  return claim.filter((token, at) => {
    if (!isKind(token) || known.has(token.form)) return false;
    const before = claim[at - 1]?.form;
    const after = claim[at + 1]?.form;
    return rivals.some((rival) => passage[rival - 1]?.form === before || passage[rival + 1]?.form === after);
  }).length;
}

function share(part: number, whole: number, empty = 1): number {
  return whole === 0 ? empty : part / whole;
}

function ngramRecall(claim: readonly Token[], passage: readonly Token[], size: number): number {
  const grams = (tokens: readonly Token[]): string[] =>
    tokens.slice(0, Math.max(0, tokens.length - size + 1)).map((_, at) =>
      tokens
        .slice(at, at + size)
        .map(({ form }) => form)
        .join(' '),
    );
  const known = new Set(grams(passage));
  const mine = grams(claim);
  return share(mine.filter((gram) => known.has(gram)).length, mine.length);
}

function inversions({ tiles }: Alignment): number {
  return tiles.filter((tile, index) => index > 0 && tile.passage < (tiles[index - 1]?.passage ?? 0)).length;
}

function bestSentenceRecall(passage: string, content: readonly Token[]): number {
  const sentences = passage
    .split(/(?<=[.!?])\s+(?=\p{Lu})|\n/u)
    .map((sentence) => new Set(tokenize(sentence).map(({ form }) => form)));
  return Math.max(
    0,
    ...sentences.map((known) => share(content.filter(({ form }) => known.has(form)).length, content.length)),
  );
}

/** Share of the passage between the outermost matches that no match uses. */
function skippedShare({ tiles }: Alignment, passageLength: number): number {
  if (tiles.length === 0 || passageLength === 0) return 0;
  const from = Math.min(...tiles.map((tile) => tile.passage));
  const to = Math.max(...tiles.map((tile) => tile.passage + tile.length));
  const used = tiles.reduce((sum, tile) => sum + tile.length, 0);
  return to === from ? 0 : 1 - used / (to - from);
}

function characterRecall(claim: string, passage: string): number {
  const clean = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, ' ');
  const grams = (text: string): string[] => {
    const cleaned = clean(text);
    return Array.from({ length: Math.max(0, cleaned.length - 4) }, (_, at) => cleaned.slice(at, at + 5));
  };
  const known = new Set(grams(passage));
  const mine = grams(claim);
  return share(mine.filter((gram) => known.has(gram)).length, mine.length);
}
