/** Values of the multiplier words that stand behind figures in the watched languages. */
const SCALES: readonly (readonly [RegExp, number])[] = [
  [/^ ?(?:nghin ty|trillion|триллион\p{L}*|trn)/u, 1e12],
  [/^ ?(?:ty|ti|billion|bn|milliard\p{L}*|миллиард\p{L}*|млрд|พนลาน|ពាន់លាន|ຕື້)(?![a-z])/u, 1e9],
  [/^ ?(?:trieu|million\p{L}*|mln|mn|миллион\p{L}*|млн|ลาน|លាន|ລານ)(?![a-z])/u, 1e6],
  [/^ ?(?:nghin|ngan|thousand|mille|тысяч\p{L}*|тыс|พน|ពាន់|ພນ)(?![a-z])/u, 1e3],
  [/^ ?(?:亿|億|억)/u, 1e8],
  [/^ ?(?:万|萬|만)/u, 1e4],
];
const FIGURE = /\d+(?:[.,\u00a0 ]\d{3})+(?!\d)|\d+(?:[.,]\d+)?/gu;

/**
 * Canonical values of the figures in folded text, each once: "1,2 trieu", "1.2 million" and "120万" are all 1200000. Figures
 * below 10 are left out, they agree by chance.
 */
export function figuresOf(folded: string): string[] {
  const values = new Set<string>();
  for (const match of folded.matchAll(FIGURE)) {
    const rest = folded.slice(match.index + match[0].length, match.index + match[0].length + 16);
    const scale = SCALES.find(([word]) => word.test(rest))?.[1] ?? 1;
    const value = plainValue(match[0]) * scale;
    if (Number.isFinite(value) && value >= 10) values.add(String(Number(value.toPrecision(6))));
  }
  return [...values];
}

function plainValue(figure: string): number {
  if (/^\d{1,3}(?:[.,\u00a0 ]\d{3})+$/.test(figure)) return Number(figure.replace(/[.,\u00a0 ]/g, ''));
  return Number(figure.replace(',', '.').replace(/[\u00a0 ]/g, ''));
}
