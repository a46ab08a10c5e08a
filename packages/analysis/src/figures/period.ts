import { anyMonth, COUNTS, hanMonth, monthNumber, ORDINALS, viMonth } from './month.ts';
import { plainText } from './plain.ts';

/** A stretch of time that a text names. `from` and `to` are days (ISO 8601, both inclusive). */
export interface Period {
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly kind: 'day' | 'month' | 'quarter' | 'half' | 'months' | 'year' | 'years';
  readonly from: string;
  readonly to: string;
  /** Reckoned from the article's date ("năm ngoái", "last year") or completed by its year. */
  readonly relative: boolean;
  /** Told as a day of collection ("by the end of August"): what has run up since January, or what there was on that day. */
  readonly asOf?: true;
}

type Bounds = Pick<Period, 'kind' | 'from' | 'to' | 'relative' | 'asOf'>;
type Reader = (groups: Readonly<Record<string, string | undefined>>, at: Day) => Bounds | null;

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const Y = '(?<y>(?:19|20)\\d{2})';
const YEAR_WORD = '(?:\\s*(?:năm|nam|of|года?|de|en|in|,))?\\s*';

const RULES: readonly [string, Reader][] = [
  // Days
  [`(?:ngày\\s*)?(?<d>\\d{1,2})\\s*[/.-]\\s*(?<m>\\d{1,2})\\s*[/.-]\\s*${Y}`, dayOf],
  [`(?:ngày|ngay)\\s*(?<d>\\d{1,2})\\s*(?:tháng|thang)\\s*(?<m>\\d{1,2})(?:,?\\s*(?:năm|nam)\\s*${Y})?`, dayOf],
  ['(?:ngày|ngay|sáng|chiều|tối|trưa|đêm|hôm)\\s*(?<d>\\d{1,2})[/-](?<m>\\d{1,2})(?![\\d/])', dayOf],
  [`${Y}\\s*[年년]\\s*(?<m>\\d{1,2})\\s*[月월]\\s*(?<d>\\d{1,2})\\s*[日号일]`, dayOf],
  ['(?<m>\\d{1,2})\\s*[月월]\\s*(?<d>\\d{1,2})\\s*[日号일]', dayOf],
  [`${Y}-(?<m>\\d{2})-(?<d>\\d{2})`, dayOf],
  [`(?<d>\\d{1,2})(?:st|nd|rd|th|er)?\\s+(?:of\\s+)?${anyMonth('name')}(?:,?\\s*${Y})?(?![\\p{L}])`, dayOf],
  [`${anyMonth('name')}\\s+(?<d>\\d{1,2})(?:st|nd|rd|th)?(?!\\d)(?:,?\\s*${Y})?`, dayOf],
  // Spans of months
  [
    `(?<n>\\d{1,2}|\\p{L}+)\\s*tháng\\s*đầu\\s*(?:của\\s*)?(?:năm\\s*)?(?:${Y}|(?<this>nay)|(?<last>ngoái|trước))?`,
    firstMonths,
  ],
  [
    `(?:từ\\s*)?(?:tháng|thang)\\s*${viMonth('a')}\\s*(?:đến|tới|[-–])\\s*(?:hết\\s*)?(?:tháng\\s*)?${viMonth('b')}(?:\\s*[/-]\\s*${Y}|${YEAR_WORD}${Y}|\\s*năm nay)?`,
    monthsFromTo,
  ],
  [
    `(?:từ đầu năm\\s*)?(?:đến|tới|hết|tính đến)\\s*(?:hết|cuối)?\\s*tháng\\s*${viMonth('b')}(?:\\s*[/-]\\s*${Y}|${YEAR_WORD}${Y}|\\s*năm nay)?(?![\\d/])`,
    upToMonth,
  ],
  [
    `(?:by|through|until|to|as of|at)\\s+(?:the\\s+)?end(?:-|\\s+of\\s+|\\s+)${anyMonth('until')}(?:,?\\s*${Y})?`,
    upToMonth,
  ],
  [`(?:jusqu['’]à\\s+|à\\s+|d['’]ici\\s+)?(?:la\\s+)?fin\\s+${anyMonth('until')}(?:\\s*${Y})?`, upToMonth],
  [`(?:к|на|до)\\s+кон(?:цу|ец|ца)\\s+${anyMonth('until')}(?:\\s*${Y})?`, upToMonth],
  [`(?:${Y}\\s*年\\s*)?${hanMonth('b')}\\s*月末(?:まで|時点|現在)?`, upToMonth],
  [
    `(?:${Y}\\s*年|今年)\\s*${hanMonth('b')}\\s*月まで(?:の(?:\\d+|[一二三四五六七八九十]+)[かカヶケ]月間?)?`,
    upToMonth,
  ],
  [`(?:截至|截止|到|至)\\s*(?:${Y}\\s*年\\s*|今年\\s*)?${hanMonth('b')}\\s*月(?:底|末|为止|為止)`, upToMonth],
  [`(?:${Y}\\s*년\\s*)?(?<b>1[0-2]|[1-9])\\s*월\\s*말(?:\\s*(?:까지|기준|현재))?`, upToMonth],
  [`(?:${Y}\\s*년|올해|금년)\\s*(?:들어\\s*)?(?<b>1[0-2]|[1-9])\\s*월까지`, upToMonth],
  [`(?:올해|금년)\\s*(?:들어\\s*)?(?:첫\\s*)?(?<n>\\d{1,2})\\s*개월(?:간|동안)?`, firstMonths],
  [
    `(?:the\\s+)?(?<n>\\d{1,2}|\\p{L}+)\\s+months\\s+(?:to|through|until|ending)\\s+(?:the\\s+end\\s+of\\s+)?${anyMonth('until')}(?:\\s*${Y})?`,
    monthsEndingIn,
  ],
  [`sur\\s+(?:les\\s+)?(?<n>\\d{1,2}|\\p{L}+)\\s+mois`, firstMonths],
  [
    `first\\s+three\\s+quarters(?:\\s+of\\s+${Y})?|ba\\s+quý\\s+đầu(?:\\s+năm)?|trois\\s+premiers\\s+trimestres|три\\s+(?:первых\\s+)?квартала|前三[个個]?季度|3분기까지`,
    (g, at) => firstMonths({ ...g, n: '9' }, at),
  ],
  ['^(?<n>[3-9]|10|11|\\p{L}+)\\s+tháng(?:\\s+qua)?(?=[,\\s])(?!\\s*(?:tới|tuổi|nữa|sau|trước|\\d))', lately],
  [`(?<n>\\d{1,2}|\\p{L}+)\\s+(?:months|mois|месяцев|месяца)\\s+(?:of|de|d['’])?\\s*${Y}`, firstMonths],
  [`between\\s+${anyMonth('name')}\\s+and\\s+${anyMonth('until')}(?:${YEAR_WORD}${Y})?`, monthsFromTo],
  [
    '(?:tính chung|lũy kế|sau|trong|qua|hết)\\s*(?:đến nay\\s*)?(?<n>\\d{1,2}|mười(?: một)?|chín|tám|bảy|sáu|năm|bốn|ba)\\s*tháng(?!\\s*(?:qua|tới|tuổi|liên|nữa|\\d))',
    firstMonths,
  ],
  [`first\\s+(?<n>\\d{1,2}|\\p{L}+)\\s+months(?:\\s+of\\s+(?:${Y}|(?<this>this year|the year)))?`, firstMonths],
  [`(?<n>\\d{1,2}|\\p{L}+)\\s+premiers\\s+mois(?:\\s+(?:de\\s+)?(?:l['’]année\\s+|l['’]an\\s+)?${Y})?`, firstMonths],
  [`(?:первые|за)\\s+(?<n>\\d{1,2}|\\p{L}+)\\s+(?:первых\\s+)?мес(?:яцев|яца|\\.)?(?:\\s+${Y})?`, firstMonths],
  [`(?:${Y}年)?(?:今年)?前(?<n>\\d{1,2}|[二两三四五六七八九十])[个個]?月`, firstMonths],
  [
    `(?:${Y}\\s*[年년])?\\s*(?:今年|올해)?\\s*${hanMonth('a')}\\s*(?:(?:[月월]\\s*)?[~〜～–—至到-]|月から|월부터)\\s*${hanMonth('b')}\\s*[月월](?:期|まで|까지)?`,
    monthsFromTo,
  ],
  [
    `${anyMonth('name')}\\s*(?:–|-|—|(?:up |through )?to|through|until|till|à|jusqu['’]à|jusqu['’]en|по|до)\\s*${anyMonth('until')}(?:${YEAR_WORD}${Y})?`,
    monthsFromTo,
  ],
  [`(?:through|up to|up until)\\s+${anyMonth('until')}(?!\\s*\\d{1,2}(?!\\d))(?:,?\\s*${Y})?`, upToMonth],
  // Quarters and halves
  [`qu[ýy]\\s*(?<q>iv|iii|ii|i|[1-4])(?![\\p{L}])(?:\\s*[/-]\\s*${Y}|${YEAR_WORD}${Y})?`, quarterOf],
  [`(?<![\\p{L}\\d])q(?<q>[1-4])(?:\\s*[/-]?\\s*(?:of\\s+)?${Y})?`, quarterOf],
  [
    `(?<q>first|second|third|fourth|premier|deuxième|troisième|quatrième|перв\\p{L}+|втор\\p{L}+|трет\\p{L}+|четв[её]рт\\p{L}+)\\s+(?:quarter|trimestre|квартал\\p{L}*)(?:${YEAR_WORD}${Y})?`,
    quarterOf,
  ],
  [`(?:${Y}\\s*[年년])?\\s*第?(?<q>[一二三四1-4])\\s*(?:季度|四半期|분기)`, quarterOf],
  [
    `(?:6|sáu)\\s*tháng\\s*cuối\\s*năm(?:\\s*${Y})?|second\\s+half(?:\\s+of\\s+(?<y2>(?:19|20)\\d{2}))?|(?<y3>(?:19|20)\\d{2})?年?下半年`,
    (g, at) => half(g, at, 2),
  ],
  [
    `first\\s+half(?:\\s+of\\s+${Y})?|premier\\s+semestre(?:\\s+(?:de\\s+)?(?<y2>(?:19|20)\\d{2}))?|перв\\p{L}+\\s+полугоди\\p{L}+(?:\\s+(?<y4>(?:19|20)\\d{2}))?|(?<y3>(?:19|20)\\d{2})?\\s*[年년]?\\s*(?:上半年|上半期|상반기)`,
    (g, at) => half(g, at, 1),
  ],
  // Months
  [`(?:tháng|thang)\\s*(?<m>\\d{1,2})(?:\\s*[/-]\\s*${Y}|${YEAR_WORD}${Y})`, monthOf],
  [`(?:tháng|thang)\\s*(?<m>1[0-2]|0?[1-9])(?![\\d/])`, monthOf],
  [`(?<![\\d/])(?<m>1[0-2]|0?[1-9])/${Y}`, monthOf],
  [`${anyMonth('name')}${YEAR_WORD}${Y}`, monthOf],
  [`${Y}\\s*[年년]\\s*(?<m>\\d{1,2})\\s*[月월]`, monthOf],
  [`(?<![\\d])(?<m>1[0-2]|[1-9])[月월](?!\\s*\\d)`, monthOf],
  [`(?:in|since|by|en|в|с)\\s+${anyMonth('name')}(?!\\p{L})`, monthOf],
  // Years
  [`(?<![\\d/])${Y}\\s*[-–/]\\s*(?<next>\\d{2})(?![\\d/-])`, seasonOf],
  [
    `(?:giai đoạn|từ năm|between|from|с|de)?\\s*${Y}\\s*(?:–|-|—|~|đến|to|and|à|至)\\s*(?<z>20\\d{2})(?!\\d)`,
    yearsFromTo,
  ],
  [`(?:19|20)\\d{2}(?=\\s*[年년])[年년]?`, (g, at) => yearOf({ ...g, y: g.all }, at)],
  [
    `(?<![\\d.,$€¥/])${Y}(?![\\d.,]*\\d)(?!\\s*(?:[만억万亿億萬명]|(?:tỷ|tỉ|triệu|ha|km|người|million|people|tonnes|tons|USD|đồng|euros?)(?!\\p{L})))`,
    yearOf,
  ],
  [
    `năm\\s+(?:nay|này)|this year|今年|本年度|올해|금년|cette année|(?:в\\s+)?(?:этом|текущем) году`,
    (_, at) => years(at.year, at.year, true),
  ],
  [
    `năm\\s+(?:ngoái|trước|qua)|last year|previous year|去年|上年|昨年|前年同期|지난해|작년|전년|l['’]an(?:née)? (?:dernier|dernière|passé|passée)|(?:в\\s+)?прошлом году`,
    (_, at) => years(at.year - 1, at.year - 1, true),
  ],
];

const COMPILED = RULES.map(([source, read]) => ({ pattern: new RegExp(source, 'giu'), read }));

/**
 * Days, months, quarters and years that a text names, in any watched language, without overlaps, in order. `at` is the
 * article's date; it completes "ngày 5/9" and "năm ngoái".
 */
export function findPeriods(text: string, at?: string | null): Period[] {
  const plain = plainText(text);
  const day = parseDay(at);
  const found: Period[] = [];
  for (const { pattern, read } of COMPILED) {
    for (const match of plain.matchAll(pattern)) {
      const start = match.index + (match[0].length - match[0].trimStart().length);
      const end = match.index + match[0].trimEnd().length;
      if (end <= start || found.some((other) => start < other.end && end > other.start)) continue;
      const bounds = read({ ...match.groups, all: match[0].match(/\d{4}/)?.[0] }, day);
      if (bounds !== null) found.push({ start, end, quote: text.slice(start, end), ...bounds });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

function parseDay(at: string | null | undefined): Day {
  const match = /^(\d{4})-(\d{2})(?:-(\d{2}))?/.exec(at ?? '');
  if (match === null) return { year: 0, month: 0, day: 0 };
  return { year: Number(match[1]), month: Number(match[2]), day: Number(match[3] ?? 1) };
}

function iso(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function lastDay(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function months(kind: Period['kind'], year: number, from: number, to: number, relative: boolean): Bounds | null {
  if (year === 0 || from < 1 || to > 12 || from > to) return null;
  return { kind, from: iso(year, from, 1), to: iso(year, to, lastDay(year, to)), relative };
}

function years(from: number, to: number, relative: boolean): Bounds | null {
  if (from <= 1 || to < from) return null;
  return { kind: from === to ? 'year' : 'years', from: iso(from, 1, 1), to: iso(to, 12, 31), relative };
}

/** A month or day without a year is the latest one not after the article's date. */
function impliedYear(month: number, at: Day): number {
  return month > at.month ? at.year - 1 : at.year;
}

function dayOf(groups: Readonly<Record<string, string | undefined>>, at: Day): Bounds | null {
  const month = groups.m !== undefined ? Number(groups.m) : monthNumber(groups.name ?? '');
  const day = Number(groups.d);
  const year = groups.y !== undefined ? Number(groups.y) : impliedYear(month, at);
  if (year <= 0 || month < 1 || month > 12 || day < 1 || day > lastDay(year, month)) return null;
  return { kind: 'day', from: iso(year, month, day), to: iso(year, month, day), relative: groups.y === undefined };
}

function monthOf(groups: Readonly<Record<string, string | undefined>>, at: Day): Bounds | null {
  const month = groups.m !== undefined ? Number(groups.m) : monthNumber(groups.name ?? '');
  if (month < 1) return null;
  const year = groups.y !== undefined ? Number(groups.y) : impliedYear(month, at);
  return months('month', year, month, month, groups.y === undefined);
}

function firstMonths(groups: Readonly<Record<string, string | undefined>>, at: Day): Bounds | null {
  const count = COUNTS[groups.n ?? ''] ?? Number(groups.n);
  if (!Number.isInteger(count) || count < 2 || count > 12) return null;
  const year = at.year - (groups.last === undefined ? 0 : 1);
  return months('months', groups.y !== undefined ? Number(groups.y) : year, 1, count, groups.y === undefined);
}

function monthsFromTo(groups: Readonly<Record<string, string | undefined>>, at: Day): Bounds | null {
  const from = monthNumber(groups.a ?? groups.name ?? '');
  const to = monthNumber(groups.b ?? groups.until ?? '');
  return months('months', groups.y !== undefined ? Number(groups.y) : at.year, from, to, groups.y === undefined);
}

/** "The ten months to October". */
function monthsEndingIn(groups: Readonly<Record<string, string | undefined>>, at: Day): Bounds | null {
  const count = COUNTS[groups.n ?? ''] ?? Number(groups.n);
  const month = monthNumber(groups.until ?? '');
  const year = groups.y !== undefined ? Number(groups.y) : impliedYear(month, at);
  return Number.isInteger(count) ? months('months', year, month - count + 1, month, groups.y === undefined) : null;
}

/** "Chín tháng, …" opens a sentence on the months of this year that have just been counted. */
function lately(groups: Readonly<Record<string, string | undefined>>, at: Day): Bounds | null {
  const count = COUNTS[groups.n ?? ''] ?? Number(groups.n);
  return count >= 3 && count <= at.month && count >= at.month - 3 ? firstMonths(groups, at) : null;
}

/** "2025-26": a season or a school year. */
function seasonOf(groups: Readonly<Record<string, string | undefined>>, _: Day): Bounds | null {
  const year = Number(groups.y);
  return Number(groups.next) === (year + 1) % 100 ? years(year, year + 1, false) : null;
}

function upToMonth(groups: Readonly<Record<string, string | undefined>>, at: Day): Bounds | null {
  const month = monthNumber(groups.b ?? groups.until ?? '');
  const year = groups.y !== undefined ? Number(groups.y) : impliedYear(month, at);
  const bounds = months('months', year, 1, month, groups.y === undefined);
  return bounds === null ? null : { ...bounds, asOf: true };
}

function quarterOf(groups: Readonly<Record<string, string | undefined>>, at: Day): Bounds | null {
  const quarter = ORDINALS.find(([pattern]) => pattern.test(groups.q ?? ''))?.[1] ?? 0;
  const year = groups.y !== undefined ? Number(groups.y) : impliedYear(quarter * 3, at);
  return months('quarter', year, quarter * 3 - 2, quarter * 3, groups.y === undefined);
}

function half(groups: Readonly<Record<string, string | undefined>>, at: Day, which: 1 | 2): Bounds | null {
  const year = Number(groups.y ?? groups.y2 ?? groups.y3 ?? groups.y4 ?? at.year);
  return months('half', year, which === 1 ? 1 : 7, which === 1 ? 6 : 12, groups.all === undefined);
}

function yearOf(groups: Readonly<Record<string, string | undefined>>, _: Day): Bounds | null {
  const year = Number(groups.y);
  return year >= 1945 && year <= 2100 ? years(year, year, false) : null;
}

function yearsFromTo(groups: Readonly<Record<string, string | undefined>>, _: Day): Bounds | null {
  return years(Number(groups.y), Number(groups.z), false);
}

/** Days that a record's period spans: `2026`, `2026-09`, `2026-Q3`, or two of those joined by `/`. */
export function spanOfPeriod(period: string): { from: string; to: string } | null {
  const [first, last] = period.split('/');
  const start = first === undefined ? null : boundsOf(first);
  const end = last === undefined ? start : boundsOf(last);
  return start === null || end === null ? null : { from: start.from, to: end.to };
}

function boundsOf(part: string): { from: string; to: string } | null {
  const match = /^(\d{4})(?:-(?:Q([1-4])|(\d{2})))?$/.exec(part);
  if (match === null) return null;
  const year = Number(match[1]);
  if (match[2] !== undefined) return months('quarter', year, Number(match[2]) * 3 - 2, Number(match[2]) * 3, false);
  if (match[3] !== undefined) return months('month', year, Number(match[3]), Number(match[3]), false);
  return years(year, year, false);
}
