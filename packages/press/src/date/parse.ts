import { monthDayYear } from './month-names.ts';

/** Where a date is written tells what it leaves out. */
export interface DateContext {
  /** Language of the page or feed (ISO 639-1): order of day and month, and the zone where none is written. */
  readonly language?: string | null;
}

/** Zones of the countries a language is mostly printed in; a time without a zone on such a page is local time. */
const ZONES: Readonly<Record<string, string>> = {
  vi: '+07:00',
  th: '+07:00',
  km: '+07:00',
  lo: '+07:00',
  zh: '+08:00',
  ja: '+09:00',
  ko: '+09:00',
  ru: '+03:00',
};

const NAMED_ZONES: Readonly<Record<string, string>> = {
  z: 'Z',
  ut: 'Z',
  utc: 'Z',
  gmt: 'Z',
  est: '-05:00',
  edt: '-04:00',
  et: '-05:00',
  cst: '-06:00',
  cdt: '-05:00',
  mst: '-07:00',
  mdt: '-06:00',
  pst: '-08:00',
  pdt: '-07:00',
  bst: '+01:00',
  cet: '+01:00',
  cest: '+02:00',
  msk: '+03:00',
  ict: '+07:00',
  jst: '+09:00',
  kst: '+09:00',
  ist: '+05:30',
  sgt: '+08:00',
  hkt: '+08:00',
  мск: '+03:00',
};

interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const LONGEST = 200;

/**
 * Reads a date as feeds and pages write it: ISO 8601, RFC 822, epoch, and the long and short forms of Vietnamese,
 * Chinese, Japanese, Korean, Russian, French, German, Spanish, Thai and English.
 *
 * @returns ISO 8601 with the offset that stood there (`2026-11-21T08:30:00+07:00`), the plain day (`2026-11-21`) where no
 * time is given, or null where it is no date or not a possible one. Nothing is filled in but the zone that the language implies.
 */
export function parseDate(text: string, context: DateContext = {}): string | null {
  const clean = normalise(text);
  if (clean === '') return null;
  const epoch = readEpoch(clean);
  if (epoch !== null) return epoch;
  const compact = /^(\d{4})(\d{2})(\d{2})(?:t?(\d{2})(\d{2})(\d{2})?(z)?)?$/.exec(clean);
  if (compact !== null) return readCompact(compact, context);
  const civil = readDay(clean, context.language ?? null);
  if (civil === null || !isPossible(civil)) return null;
  const time = readTime(clean);
  const day = formatDay(civil);
  if (time === null) return day;
  return `${day}T${time}${readZone(clean) ?? ZONES[context.language ?? ''] ?? 'Z'}`;
}

/** The day of a date in its own offset, `YYYY-MM-DD`. */
export function dayOf(date: string): string {
  return date.slice(0, 10);
}

function normalise(text: string): string {
  return text
    .slice(0, LONGEST)
    .normalize('NFKC')
    .replace(/[\s\u200e\u200f]+/g, ' ')
    .trim()
    .toLowerCase();
}

function readEpoch(text: string): string | null {
  if (!/^\d{10}(?:\d{3})?(?:\.\d{1,6})?$/.test(text)) return null;
  const value = Number(text);
  const date = new Date(value > 1e11 ? value : value * 1000);
  return date.getUTCFullYear() >= 1990 ? date.toISOString().replace('.000Z', 'Z') : null;
}

function readCompact(match: RegExpExecArray, context: DateContext): string | null {
  const civil = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  if (!isPossible(civil)) return null;
  if (match[4] === undefined) return formatDay(civil);
  const zone = match[7] === undefined ? (ZONES[context.language ?? ''] ?? 'Z') : 'Z';
  return `${formatDay(civil)}T${match[4]}:${match[5]}:${match[6] ?? '00'}${zone}`;
}

function readDay(text: string, language: string | null): CivilDate | null {
  const iso = /(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/.exec(text);
  if (iso !== null) return { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) };
  const east = /(?<!\d)(\d{1,4}) ?[年년] ?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日号號일]/.exec(text);
  if (east !== null) return { year: eastYear(Number(east[1]), text), month: Number(east[2]), day: Number(east[3]) };
  const vietnamese = /(?<!\d)(\d{1,2}) (?:tháng|thang) (\d{1,2}),? (?:năm |nam )?(\d{4})(?!\d)/.exec(
    text.normalize('NFC'),
  );
  if (vietnamese !== null)
    return { year: Number(vietnamese[3]), month: Number(vietnamese[2]), day: Number(vietnamese[1]) };
  const yearFirst = /(?<!\d)(\d{4}) ?[./] ?(\d{1,2}) ?[./] ?(\d{1,2})(?!\d)/.exec(text);
  if (yearFirst !== null) return { year: Number(yearFirst[1]), month: Number(yearFirst[2]), day: Number(yearFirst[3]) };
  const named = monthDayYear(text);
  if (named !== null) return named;
  return readSlashed(text, language);
}

function readSlashed(text: string, language: string | null): CivilDate | null {
  const match = /(?<!\d)(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})(?![\d:])/.exec(text);
  if (match === null) return null;
  const first = Number(match[1]);
  const second = Number(match[2]);
  const written = Number(match[3]);
  const year = written < 100 ? 2000 + written : written;
  // Only American English puts the month first; a first number above 12 settles it for everyone.
  const monthFirst = second > 12 || (language === 'en' && first <= 12);
  return monthFirst ? { year, month: first, day: second } : { year, month: second, day: first };
}

function eastYear(year: number, text: string): number {
  if (/令和/.test(text)) return 2018 + year;
  if (/平成/.test(text)) return 1988 + year;
  if (/民國|民国/.test(text)) return 1911 + year;
  return year < 100 ? 2000 + year : year;
}

function readTime(text: string): string | null {
  const match =
    /(?<![\d:+-])(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.(\d{1,9}))?(?![\d:])/.exec(text) ??
    /(?<![\d])(\d{1,2}) ?(?:giờ|時|时|點|点|시|h|ч|uhr)(?: ?(\d{1,2}) ?(?:phút|分|분|min)?)?(?![\p{L}\d])/u.exec(
      text.normalize('NFC'),
    );
  if (match === null) return readMeridiemHour(text);
  let hour = Number(match[1]);
  if (isAfternoon(text) && hour < 12) hour += 12;
  else if (isMorning(text) && hour === 12) hour = 0;
  const minute = Number(match[2] ?? 0);
  const second = Number(match[3] ?? 0);
  if (hour > 23 || minute > 59 || second > 60) return null;
  return `${two(hour)}:${two(minute)}:${two(Math.min(second, 59))}`;
}

function readMeridiemHour(text: string): string | null {
  const match = /(?<!\d)(1[0-2]|[1-9]) ?([ap])\.?m\b/.exec(text);
  if (match === null) return null;
  const hour = (Number(match[1]) % 12) + (match[2] === 'p' ? 12 : 0);
  return `${two(hour)}:00:00`;
}

function isAfternoon(text: string): boolean {
  return /\d ?p\.?m\b|下午|晚上|午後|오후|\b(?:ch|chiều|tối)\b/.test(text);
}

function isMorning(text: string): boolean {
  return /\d ?a\.?m\b|上午|凌晨|午前|오전|\b(?:sa|sáng)\b/.test(text);
}

function readZone(text: string): string | null {
  // Only after a time or "GMT": in "2026-11-21 08:00" the last hyphen is no sign.
  const numeric = /(?::\d{2}(?:\.\d{1,9})? ?\(?|(?:gmt|utc) ?)([+-])(\d{1,2}):?(\d{2})?(?!\d)/.exec(text);
  if (numeric !== null && Number(numeric[2]) <= 14)
    return `${numeric[1]}${two(Number(numeric[2]))}:${numeric[3] ?? '00'}`;
  if (/\d(?:\.\d{1,9})?z\b/.test(text)) return 'Z';
  for (const word of text.split(/[^\p{L}]+/u)) {
    const zone = NAMED_ZONES[word];
    if (zone !== undefined && word !== 'z') return zone;
  }
  return null;
}

function isPossible({ year, month, day }: CivilDate): boolean {
  if (year < 1900 || year > 2200 || month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function formatDay({ year, month, day }: CivilDate): string {
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
