import { combine, type Syllable } from './syllable.ts';

/**
 * Vietnamese in katakana as the Japanese press writes it: final nasals are ン, stops a small ッ with their vowel, open
 * syllables now long and now short, v now ヴ and now バ. Rows give the kana before a, i, u, e, o.
 */
const ROWS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  '': [['ア', 'イ', 'ウ', 'エ', 'オ']],
  b: [['バ', 'ビ', 'ブ', 'ベ', 'ボ']],
  c: [['カ', 'キ', 'ク', 'ケ', 'コ']],
  k: [['カ', 'キ', 'ク', 'ケ', 'コ']],
  ch: [['チャ', 'チ', 'チュ', 'チェ', 'チョ']],
  d: [['ザ', 'ジ', 'ズ', 'ゼ', 'ゾ']],
  gi: [
    ['ザ', 'ジ', 'ズ', 'ゼ', 'ゾ'],
    ['ジャ', 'ジ', 'ジュ', 'ジェ', 'ジョ'],
  ],
  đ: [['ダ', 'ディ', 'ドゥ', 'デ', 'ド']],
  g: [['ガ', 'ギ', 'グ', 'ゲ', 'ゴ']],
  h: [['ハ', 'ヒ', 'フ', 'ヘ', 'ホ']],
  kh: [['カ', 'キ', 'ク', 'ケ', 'コ']],
  l: [['ラ', 'リ', 'ル', 'レ', 'ロ']],
  m: [['マ', 'ミ', 'ム', 'メ', 'モ']],
  n: [['ナ', 'ニ', 'ヌ', 'ネ', 'ノ']],
  ng: [['ガ', 'ギ', 'グ', 'ゲ', 'ゴ']],
  nh: [['ニャ', 'ニ', 'ニュ', 'ニェ', 'ニョ']],
  p: [['パ', 'ピ', 'プ', 'ペ', 'ポ']],
  ph: [['ファ', 'フィ', 'フ', 'フェ', 'フォ']],
  qu: [['クア', 'クイ', 'クウ', 'クエ', 'クオ']],
  r: [['ラ', 'リ', 'ル', 'レ', 'ロ']],
  s: [['サ', 'シ', 'ス', 'セ', 'ソ']],
  t: [['タ', 'ティ', 'トゥ', 'テ', 'ト']],
  th: [['タ', 'ティ', 'トゥ', 'テ', 'ト']],
  tr: [['チャ', 'チ', 'チュ', 'チェ', 'チョ']],
  v: [
    ['ヴァ', 'ヴィ', 'ヴ', 'ヴェ', 'ヴォ'],
    ['バ', 'ビ', 'ブ', 'ベ', 'ボ'],
  ],
  x: [['サ', 'シ', 'ス', 'セ', 'ソ']],
};
/** Column of the first vowel, what follows it, and a second way where there is one. */
const VOWELS: Readonly<Record<string, readonly (readonly [column: number, rest: string])[]>> = {
  a: [[0, '']],
  ă: [[0, '']],
  â: [[0, '']],
  e: [[3, '']],
  ê: [[3, '']],
  i: [[1, '']],
  y: [[1, '']],
  o: [[4, '']],
  ô: [[4, '']],
  ơ: [[4, '']],
  u: [[2, '']],
  ư: [[2, '']],
  ai: [[0, 'イ']],
  ay: [[0, 'イ']],
  ây: [[0, 'イ']],
  ao: [[0, 'オ']],
  au: [[0, 'ウ']],
  âu: [[0, 'ウ']],
  eo: [[3, 'オ']],
  êu: [[3, 'ウ']],
  ia: [[1, 'ア']],
  iê: [[1, 'エ']],
  yê: [[1, 'エ']],
  iêu: [[1, 'エウ']],
  iu: [[1, 'ウ']],
  oa: [[4, 'ア']],
  oai: [[4, 'アイ']],
  oe: [[4, 'エ']],
  oi: [[4, 'イ']],
  ôi: [[4, 'イ']],
  ơi: [[4, 'イ']],
  ua: [[2, 'ア']],
  uâ: [[2, 'ア']],
  uê: [[2, 'エ']],
  ui: [[2, 'イ']],
  uô: [[2, 'オ']],
  uy: [[2, 'イ']],
  uyê: [
    [2, 'エ'],
    [2, 'イエ'],
  ],
  ưa: [[2, 'ア']],
  ươ: [[2, 'オ']],
  ươi: [[2, 'オイ']],
};
const CODAS: Readonly<Record<string, string>> = {
  c: 'ック',
  ch: 'ック',
  m: 'ム',
  n: 'ン',
  ng: 'ン',
  nh: 'ン',
  p: 'ップ',
  t: 'ット',
};

/** Spellings of one syllable; empty when a part has no rule. */
export function kanaOf({ onset, vowel, coda }: Syllable): string[] {
  const rows = ROWS[onset] ?? [];
  const vowels = VOWELS[vowel] ?? [];
  return rows.flatMap((row) =>
    vowels.flatMap(([column, rest]) => endings(vowel, coda).map((end) => `${row[column] ?? ''}${rest}${end}`)),
  );
}

function endings(vowel: string, coda: string): string[] {
  const written = CODAS[coda];
  if (written === undefined) return vowel.length === 1 ? ['', 'ー'] : [''];
  // "thanh" is タイン and タン.
  return coda === 'nh' && vowel === 'a' ? ['イン', 'ン'] : [written];
}

export function joinKana(syllables: readonly (readonly string[])[]): string[] {
  return combine(syllables);
}
