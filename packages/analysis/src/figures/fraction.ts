import { readNumber } from './number.ts';

/** A share that is told as a fraction or as "so many of so many"; offsets into the text. */
export interface Share {
  readonly start: number;
  readonly end: number;
  /** Part of one, 0 to 1. */
  readonly value: number;
}

type Parts = readonly [part: string | number | undefined, whole: string | number | undefined];
type Reader = (match: RegExpMatchArray) => Parts;

const NUMBER = '(?:\\d[\\d.]*|\\p{L}+)';
const between: Reader = (match) => [match[1], match[2]];
const turned: Reader = (match) => [match[2], match[1]];
const fixed =
  (part: number, whole: number): Reader =>
  () => [part, whole];

/** Fractions and ratios by language; the first group of a pattern is the part unless it is told the other way round. */
const RULES: Readonly<Record<string, readonly (readonly [string, Reader])[]>> = {
  vi: [
    ['(?<!\\p{L})(một|hai|ba|bốn|năm|\\d+) phần (hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười|\\d+)(?!\\p{L})', between],
    [
      `(?<!\\p{L})cứ (${NUMBER}) \\p{L}+ (?:dân |gia đình |lại |thì |vẫn |còn |có |là |ở đây )+(?:tới |đến |hơn |gần )?(${NUMBER})(?= )`,
      turned,
    ],
    ['(?<!\\p{L})(?:một )?nửa (?=số|tổng|diện|trong|dân)', fixed(1, 2)],
  ],
  en: [
    ['(?<!\\p{L})(?:a|one) quarter(?= of)', fixed(1, 4)],
    ['(?<!\\p{L})three[ -]quarters(?= of)', fixed(3, 4)],
    ['(?<!\\p{L})(?:a|one) third(?= of)', fixed(1, 3)],
    ['(?<!\\p{L})two[ -]thirds(?= of)', fixed(2, 3)],
    ['(?<!\\p{L})(?:one |a )?half(?= of the| of its| of all)', fixed(1, 2)],
    ['(?<!\\p{L})(one)(?: \\p{L}+)? in (?:every )?(\\d+|\\p{L}+)(?!\\p{L})', between],
    ['(?<!\\p{L})(one|two|three|four|\\d+) (?:out of|in)(?: every) (\\d+|\\p{L}+)(?!\\p{L})', between],
  ],
  zh: [
    ['([一二三四五六七八九十\\d]+)分之([一二三四五六七八九\\d]+)', turned],
    [
      '每([一二三四五六七八九十百千\\d]+)[户戶人个個家][^，。]{0,6}?有([一二三四五六七八九十\\d]+)[户戶人个個家]',
      turned,
    ],
  ],
  ja: [
    ['([一二三四五六七八九十\\d]+)分の([一二三四五六七八九\\d]+)', turned],
    ['([\\d]+)(?:世帯|人|社|戸)に([\\d]+)(?:世帯|人|社|戸)', turned],
  ],
  ko: [
    ['(\\d+)분의 ?(\\d+)', turned],
    ['(\\d+)(?:가구|명|곳) ?(?:중|가운데|당) ?(\\d+)(?:가구|명|곳)', turned],
  ],
  fr: [
    ['(?<!\\p{L})un quart(?= d)', fixed(1, 4)],
    ['(?<!\\p{L})trois quarts(?= d)', fixed(3, 4)],
    ['(?<!\\p{L})un tiers(?= d)', fixed(1, 3)],
    ['(?<!\\p{L})deux tiers(?= d)', fixed(2, 3)],
    ['(?<!\\p{L})la moitié(?= d)', fixed(1, 2)],
    [
      '(?<!\\p{L})(une?|deux|trois|\\d+) (?:\\p{L}+ )?sur (\\d+|trois|quatre|cinq|six|sept|huit|neuf|dix)(?!\\p{L})',
      between,
    ],
  ],
  ru: [
    ['(?<!\\p{L})три четверти(?!\\p{L})', fixed(3, 4)],
    ['(?<!\\p{L})четверть(?!\\p{L})', fixed(1, 4)],
    ['(?<!\\p{L})две трети(?!\\p{L})', fixed(2, 3)],
    ['(?<!\\p{L})треть(?!\\p{L})', fixed(1, 3)],
    ['(?<!\\p{L})половин[аыу](?!\\p{L})', fixed(1, 2)],
    [
      '(?<!\\p{L})(один|одна|одно|два|две|\\d+) (?:\\p{L}+ )?из (\\d+|трёх|трех|четырёх|четырех|пяти|десяти)(?!\\p{L})',
      between,
    ],
  ],
};

const COMPILED = new Map(
  Object.entries(RULES).map(([language, rules]) => [
    language,
    rules.map(([source, read]) => ({ pattern: new RegExp(source, 'gu'), read })),
  ]),
);

/** Shares told as "một phần tư", "one in five", "3分の2", "cứ 1.000 hộ còn 24 hộ". */
export function findShares(plain: string, language: string): Share[] {
  return (COMPILED.get(language) ?? []).flatMap(({ pattern, read }) =>
    [...plain.matchAll(pattern)].flatMap((match) => {
      const [part, whole] = read(match).map((one) => numberOf(one, language));
      if (part === undefined || whole === undefined || !(part < whole)) return [];
      return [{ start: match.index, end: match.index + match[0].trimEnd().length, value: part / whole }];
    }),
  );
}

function numberOf(word: string | number | undefined, language: string): number {
  if (typeof word === 'number') return word;
  const plain = word === 'tư' ? 'bốn' : (word ?? '');
  return readNumber(plain, 0, language)?.value ?? Number.NaN;
}
