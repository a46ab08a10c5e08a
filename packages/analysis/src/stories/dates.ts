const MONTHS: Readonly<Record<string, number>> = Object.fromEntries(
  [
    'jan|january|janvier|янв|января',
    'feb|february|fevrier|февр|февраля',
    'mar|march|mars|марта',
    'apr|april|avril|апр|апреля',
    'may|mai|мая',
    'jun|june|juin|июня',
    'jul|july|juillet|июля',
    'aug|august|aout|авг|августа',
    'sep|sept|september|septembre|сент|сентября',
    'oct|october|octobre|окт|октября',
    'nov|november|novembre|нояб|ноября',
    'dec|december|decembre|дек|декабря',
  ].flatMap((names, at) => names.split('|').map((name) => [name, at + 1])),
);
const MONTH_NAMES = Object.keys(MONTHS)
  .sort((a, b) => b.length - a.length)
  .join('|');
const DAY_MONTH_NAME = new RegExp(`(?<!\\d)(\\d{1,2})(?:er|st|nd|rd|th)? (${MONTH_NAMES})(?!\\p{L})`, 'gu');
const MONTH_NAME_DAY = new RegExp(`(?<!\\p{L})(${MONTH_NAMES})\\.? (\\d{1,2})(?!\\d)`, 'gu');
const NUMERIC = /(?<![\d/.])(\d{1,2})[/.](\d{1,2})(?:[/.](?:20)?\d{2})?(?![\d/])/gu;
const ISO = /(?<!\d)20\d{2} (\d{2}) (\d{2})(?!\d)/gu;
const VIETNAMESE = /(?<!\d)(\d{1,2}) thang (\d{1,2})(?!\d)/gu;
const EAST_ASIAN = /(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日号號일]/gu;

/** Days named in folded text as `MM-DD`, each once. Day comes before month in figures, as the Vietnamese press writes. */
export function datesOf(folded: string): string[] {
  const days = new Set<string>();
  const add = (month: number, day: number): void => {
    if (month >= 1 && month <= 12 && day >= 1 && day <= 31) {
      days.add(`${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
    }
  };
  for (const match of folded.matchAll(DAY_MONTH_NAME)) add(MONTHS[match[2] ?? ''] ?? 0, Number(match[1]));
  for (const match of folded.matchAll(MONTH_NAME_DAY)) add(MONTHS[match[1] ?? ''] ?? 0, Number(match[2]));
  for (const match of folded.matchAll(NUMERIC)) add(Number(match[2]), Number(match[1]));
  for (const match of folded.matchAll(VIETNAMESE)) add(Number(match[2]), Number(match[1]));
  for (const match of folded.matchAll(ISO)) add(Number(match[1]), Number(match[2]));
  for (const match of folded.matchAll(EAST_ASIAN)) add(Number(match[1]), Number(match[2]));
  return [...days];
}
