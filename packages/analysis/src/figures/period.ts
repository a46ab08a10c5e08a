import { legible } from './legible.ts';
import { anyMonth, hanMonth, viMonth } from './month.ts';
import { BRAHMIC_COUNTED, brahmicRules } from './period-brahmic.ts';
import { plainText } from './plain.ts';
import {
  dayOf,
  firstMonths,
  half,
  lately,
  monthOf,
  months,
  monthsEndingIn,
  monthsFromTo,
  type Period,
  parseDay,
  quarterOf,
  type Reader,
  seasonOf,
  upToMonth,
  yearOf,
  years,
  yearsFromTo,
} from './reckoning.ts';

export type { Period } from './reckoning.ts';

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
  [
    `(?:by|as of|as at)\\s+(?:early\\s+|mid-|late\\s+)?${anyMonth('until')}(?!\\s*\\d{1,2}(?!\\d))(?:,?\\s*${Y})?`,
    upToMonth,
  ],
  [`(?:${Y}\\s*年\\s*)?${hanMonth('b')}\\s*月まで`, upToMonth],
  [`(?:${Y}\\s*년\\s*)?(?<b>1[0-2]|[1-9])\\s*월까지`, upToMonth],
  [`(?:截至|截止)\\s*(?:${Y}\\s*年\\s*|今年\\s*)?${hanMonth('b')}\\s*月份?(?!\\s*\\d)`, upToMonth],
  [`(?:jusqu['’]en|jusqu['’]à|с начала года по)\\s+${anyMonth('until')}(?:\\s*${Y})?`, upToMonth],
  ['(?:over|in|after)\\s+(?:the\\s+)?(?<n>\\d{1,2}|\\p{L}+)\\s+months(?!\\s+(?:ago|later|old|time|since))', lately],
  ['en\\s+(?<n>\\d{1,2}|\\p{L}+)\\s+mois', lately],
  ['(?<n>\\d{1,2})\\s*개월(?:간|\\s*동안)', lately],
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
    `(?<![\\d.,$€¥/])${Y}(?![\\d.,]*\\d)(?!\\s*(?:[만억万亿億萬명]|${BRAHMIC_COUNTED}|(?:tỷ|tỉ|triệu|ha|km|người|million|people|tonnes|tons|USD|đồng|euros?)(?!\\p{L})))`,
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

interface Rule {
  readonly pattern: RegExp;
  readonly read: Reader;
}

const compile = (rules: readonly [string, Reader][]): Rule[] =>
  rules.map(([source, read]) => ({ pattern: new RegExp(source, 'giu'), read }));
const COMPILED = compile(RULES);
const WITH_BRAHMIC = [...compile(brahmicRules), ...COMPILED];
const BRAHMIC_LETTER = /[\u0e00-\u0eff\u1780-\u17ff]/;

/**
 * Days, months, quarters and years that a text names, in any watched language, without overlaps, in order. `at` is the
 * article's date; it completes "ngày 5/9" and "năm ngoái".
 */
export function findPeriods(text: string, at?: string | null): Period[] {
  const read = legible(text);
  const plain = plainText(read.text);
  const day = parseDay(at);
  const found: Period[] = [];
  for (const rule of BRAHMIC_LETTER.test(plain) ? WITH_BRAHMIC : COMPILED) {
    for (const match of plain.matchAll(rule.pattern)) {
      const start = match.index + (match[0].length - match[0].trimStart().length);
      const end = match.index + match[0].trimEnd().length;
      if (end <= start || found.some((other) => start < other.end && end > other.start)) continue;
      const bounds = rule.read({ ...inCommonEra(match.groups), all: match[0].match(/\d{4}/)?.[0] }, day);
      if (bounds !== null) found.push({ start, end, quote: '', ...bounds });
    }
  }
  return found
    .sort((a, b) => a.start - b.start)
    .map((period) => {
      const start = read.at(period.start);
      const end = read.at(period.end - 1) + 1;
      return { ...period, start, end, quote: text.slice(start, end) };
    });
}

/** Years of the Buddhist era as Thailand and Laos count it, in full ("2569") or by its last two digits ("69"). */
function inCommonEra(
  groups: Readonly<Record<string, string | undefined>> | undefined,
): Record<string, string | undefined> {
  const { be, be2, short, short2, ...told } = groups ?? {};
  const full = be ?? (short === undefined ? undefined : `25${short}`);
  const last = be2 ?? (short2 === undefined ? undefined : `25${short2}`);
  return {
    ...told,
    ...(full === undefined ? {} : { y: String(Number(full) - 543) }),
    ...(last === undefined ? {} : { z: String(Number(last) - 543) }),
  };
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
