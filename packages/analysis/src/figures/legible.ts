/** A text to read figures in, and where its offsets lie in the source. */
export interface Legible {
  readonly text: string;
  /** Source offset of an offset into `text`. */
  readonly at: (offset: number) => number;
}

/** Marks that nobody sees (Khmer puts them between words), and the letters that Lao and Thai type in two ways. */
const TYPED =
  /[\u00ad\u200b-\u200f\u2060\ufeff]|\u0eab[\u0e99\u0ea1]|\u0ecd[\u0ec8-\u0ecb]?\u0eb2|[\u0ec8-\u0ecb]\u0ecd\u0eb2|\u0e4d[\u0e48-\u0e4b]?\u0e32|[\u0e48-\u0e4b]\u0e4d\u0e32|\u0e40\u0e40|\u0ec0\u0ec0/g;

const ONE_WAY: Readonly<Record<string, string>> = {
  ຫນ: 'ໜ',
  ຫມ: 'ໝ',
  เเ: 'แ',
  ເເ: 'ແ',
};

function oneWay(typed: string): string {
  const known = ONE_WAY[typed];
  if (known !== undefined) return known;
  const last = typed.at(-1);
  const vowel = last === '\u0eb2' ? '\u0eb3' : last === '\u0e32' ? '\u0e33' : '';
  return (typed.match(/[\u0e48-\u0e4b\u0ec8-\u0ecb]/)?.[0] ?? '') + vowel;
}

/** Drops what nobody sees and writes Lao and Thai letters in one way ("ຫນຶ່ງ" as "ໜຶ່ງ"). */
export function legible(source: string): Legible {
  if (source.search(TYPED) < 0) return { text: source, at: (offset) => offset };
  let text = '';
  let from = 0;
  const starts: number[] = [];
  const keep = (piece: string, at: (index: number) => number) => {
    for (let index = 0; index < piece.length; index += 1) starts.push(at(index));
    text += piece;
  };
  for (const { 0: typed, index } of source.matchAll(TYPED)) {
    const start = from;
    keep(source.slice(start, index), (offset) => start + offset);
    keep(oneWay(typed), () => index);
    from = index + typed.length;
  }
  const rest = from;
  keep(source.slice(rest), (offset) => rest + offset);
  return { text, at: (offset) => starts[offset] ?? source.length };
}
