import { readNumber } from './number.ts';
import { isSpacedLetter } from './plain.ts';
import { SHARE_LEXICONS, type ShareApproximation, type ShareLexicon, type ShareRule } from './share-lexicon.ts';

/** A share that is told as a fraction or as "so many of so many"; offsets into the text. */
export interface Share {
  readonly start: number;
  readonly end: number;
  /** Part of one, 0 to 1. */
  readonly value: number;
  /** Lower bound of "六七成", 0 to 1; else the value. */
  readonly low: number;
  /** Said by the share's own words ("過半数", "non một phần tư", "barely half"). */
  readonly approx: ShareApproximation | null;
  /** "Nửa tỷ" is an amount: the half of a scale. */
  readonly amount: boolean;
}

/** Shares told as "một phần tư", "one in five", "3分の2", "cứ 1.000 hộ còn 24 hộ", in order and without overlaps. */
export function findShares(plain: string, language: string): Share[] {
  const lexicon = SHARE_LEXICONS.get(language);
  if (lexicon === undefined) return [];
  const taken: { start: number; end: number }[] = [];
  const found: Share[] = [];
  for (const rule of lexicon.rules) {
    for (const match of plain.matchAll(rule.pattern)) {
      const start = match.index;
      const end = start + match[0].trimEnd().length;
      if (taken.some((other) => start < other.end && end > other.start)) continue;
      const share = rule.kind === 'none' ? null : shareOf(plain, match, rule, { start, end, lexicon, language });
      if (rule.kind === 'none' || share !== null) taken.push({ start, end });
      if (share !== null) found.push(share);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

interface Place {
  readonly start: number;
  readonly end: number;
  readonly lexicon: ShareLexicon;
  readonly language: string;
}

function shareOf(plain: string, match: RegExpExecArray, rule: ShareRule, place: Place): Share | null {
  const { start, end, lexicon, language } = place;
  const told = match.groups ?? {};
  const number = (word: string | undefined) => numberOf(word, lexicon.numbers, language);
  const part = rule.part ?? number(told.part);
  const whole =
    rule.whole ?? (told.denominator === undefined ? number(told.whole) : divisor(told.denominator, lexicon));
  const value = (part + (told.digit === undefined ? 0 : number(told.digit) / 10)) / whole;
  const low = (rule.low ?? (told.low === undefined ? part : number(told.low))) / whole;
  if (!(part > 0 && (value < 1 || (value === 1 && rule.whole === 10)))) return null;
  const approx = rule.approx ?? hedgeOf(plain, place);
  return {
    start,
    end,
    value,
    low: told.digit === undefined ? Math.min(low, value) : value,
    approx,
    amount: rule.kind === 'amount',
  };
}

function divisor(word: string, { denominators }: ShareLexicon): number {
  return denominators.get(word) ?? Number(word);
}

function numberOf(word: string | undefined, numbers: ReadonlyMap<string, number>, language: string): number {
  if (word === undefined) return Number.NaN;
  return numbers.get(word) ?? readNumber(word, 0, language)?.value ?? Number.NaN;
}

/** Hedges that belong to shares alone: "non một phần tư", "barely half", "半数近く". */
function hedgeOf(plain: string, { start, end, lexicon }: Place): ShareApproximation | null {
  const head = plain.slice(Math.max(0, start - 24), start).trimEnd();
  const tail = plain.slice(end, end + 16).trimStart();
  const hits = [
    ...lexicon.before.filter(({ phrase }) => endsWithPhrase(head, phrase)),
    ...lexicon.after.filter(({ phrase }) => tail.startsWith(phrase)),
  ];
  return hits.sort((a, b) => b.phrase.length - a.phrase.length)[0]?.approx ?? null;
}

function endsWithPhrase(head: string, phrase: string): boolean {
  if (!head.endsWith(phrase)) return false;
  return !isSpacedLetter(phrase.charAt(0)) || !isSpacedLetter(head.charAt(head.length - phrase.length - 1));
}
