import { z } from 'zod';
import sharesFile from '../../data/lexicon/shares.json' with { type: 'json' };
import { numerals } from './numerals.ts';

const words = z.record(z.string(), z.number().positive());
const approximations = z.enum(['about', 'nearly', 'over', 'atLeast', 'under', 'vague']);
const hedges = z
  .partialRecord(approximations, z.array(z.string().min(1)))
  .transform((told) =>
    approximations.options.flatMap((approx) => (told[approx] ?? []).map((phrase) => ({ approx, phrase }))),
  );

const ruleSchema = z.strictObject({
  pattern: z.string().min(1),
  part: z.number().positive().optional(),
  whole: z.number().positive().optional(),
  low: z.number().positive().optional(),
  approx: approximations.optional(),
});

const languageSchema = z.strictObject({
  /** Whether words are parted by spaces, so that a pattern begins and ends with one. */
  spaced: z.boolean(),
  numbers: words,
  denominators: words,
  /** Pieces of patterns, put in for `<name>`. */
  parts: z.record(z.string(), z.string().min(1)),
  /** What looks like a share and is none. */
  none: z.array(z.string().min(1)),
  shares: z.array(ruleSchema),
  /** Halves of a scale ("nửa tỷ"): amounts, no shares. */
  amounts: z.array(z.string().min(1)),
  before: hedges,
  after: hedges,
});

type ShareWords = z.infer<typeof languageSchema>;
export type ShareApproximation = z.infer<typeof approximations>;

/** A pattern with what it states beside its groups `part`, `whole`, `denominator`, `low` and `digit`. */
export interface ShareRule extends Omit<z.infer<typeof ruleSchema>, 'pattern'> {
  readonly kind: 'none' | 'amount' | 'share';
  readonly pattern: RegExp;
}

export interface ShareLexicon {
  readonly rules: readonly ShareRule[];
  readonly numbers: ReadonlyMap<string, number>;
  readonly denominators: ReadonlyMap<string, number>;
  readonly before: ShareWords['before'];
  readonly after: ShareWords['after'];
}

const DIGITS = '\\d{1,3}(?:[.,]\\d{3}){1,2}(?!\\d)|\\d{1,4}(?!\\d)';

/** How shares are worded in the watched languages (data/lexicon/shares.json); a look-alike goes before what it looks like. */
export const SHARE_LEXICONS: ReadonlyMap<string, ShareLexicon> = new Map(
  Object.entries(z.record(z.string(), languageSchema).parse(sharesFile)).map(([language, told]) => [
    language,
    lexiconOf(language, told),
  ]),
);

function lexiconOf(language: string, told: ShareWords): ShareLexicon {
  const numbers = new Map(Object.entries({ ...numerals.words[language], ...told.numbers }));
  const denominators = new Map(Object.entries(told.denominators));
  const compile = (pattern: string) => compiled(pattern, told, [...numbers.keys()], [...denominators.keys()]);
  const rules: ShareRule[] = [
    ...told.amounts.map((pattern) => ({ kind: 'amount' as const, pattern: compile(pattern), part: 1, whole: 2 })),
    ...told.none.map((pattern) => ({ kind: 'none' as const, pattern: compile(pattern) })),
    ...told.shares.map((rule) => ({ ...rule, kind: 'share' as const, pattern: compile(rule.pattern) })),
  ];
  return { rules, numbers, denominators, before: told.before, after: told.after };
}

/** `{n}` is any number, `{part}`, `{whole}` and `{denominator}` a named one, `<name>` a piece of the language. */
function compiled(pattern: string, told: ShareWords, numbers: string[], denominators: string[]): RegExp {
  const number = [DIGITS, ...longestFirst(numbers)].join('|');
  const source = pattern
    .replaceAll(/(?<!\(\?)<(\w+)>/g, (_, name: string) => piece(told, name))
    .replaceAll('{n}', `(?:${number})`)
    .replaceAll(/\{(part|whole)\}/g, `(?<$1>${number})`)
    .replaceAll('{denominator}', `(?<denominator>\\d{1,3}|${longestFirst(denominators).join('|')})`);
  return new RegExp(told.spaced ? `(?<![\\p{L}\\d]|\\d[.,/])(?:${source})(?!\\p{L})` : source, 'gu');
}

function longestFirst(list: readonly string[]): string[] {
  return [...list].sort((a, b) => b.length - a.length);
}

function piece(told: ShareWords, name: string): string {
  const text = told.parts[name];
  if (text === undefined) throw new Error(`shares.json: không có mẩu <${name}>; hãy thêm vào "parts" của ngôn ngữ đó.`);
  return text;
}
