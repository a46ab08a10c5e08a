/** Month names by their first letters, enough to tell them apart, in the watched languages that name months. */
const MONTHS: readonly (readonly [number, readonly string[]])[] = [
  [
    1,
    [
      'january',
      'jan',
      'janvier',
      'janv',
      'января',
      'январь',
      'янв',
      'januar',
      'jän',
      'jänner',
      'enero',
      'ene',
      'มกราคม',
      'ม.ค',
      'មករា',
      'ມັງກອນ',
    ],
  ],
  [
    2,
    [
      'february',
      'feb',
      'février',
      'fevrier',
      'févr',
      'fév',
      'февраля',
      'февраль',
      'фев',
      'февр',
      'februar',
      'febrero',
      'กุมภาพันธ์',
      'ก.พ',
      'កុម្ភៈ',
      'ກຸມພາ',
    ],
  ],
  [
    3,
    [
      'march',
      'mar',
      'mars',
      'марта',
      'март',
      'мар',
      'märz',
      'maerz',
      'mär',
      'mrz',
      'marzo',
      'มีนาคม',
      'มี.ค',
      'មីនា',
      'ມີນາ',
    ],
  ],
  [4, ['april', 'apr', 'avril', 'avr', 'апреля', 'апрель', 'апр', 'abril', 'abr', 'เมษายน', 'เม.ย', 'មេសា', 'ເມສາ']],
  [5, ['may', 'mai', 'мая', 'май', 'mayo', 'พฤษภาคม', 'พ.ค', 'ឧសភា', 'ພຶດສະພາ']],
  [6, ['june', 'jun', 'juin', 'июня', 'июнь', 'июн', 'juni', 'junio', 'มิถุนายน', 'มิ.ย', 'មិថុនា', 'ມິຖຸນາ']],
  [7, ['july', 'jul', 'juillet', 'juil', 'июля', 'июль', 'июл', 'juli', 'julio', 'กรกฎาคม', 'ก.ค', 'កក្កដា', 'ກໍລະກົດ']],
  [8, ['august', 'aug', 'août', 'aout', 'августа', 'август', 'авг', 'agosto', 'ago', 'สิงหาคม', 'ส.ค', 'សីហា', 'ສິງຫາ']],
  [
    9,
    [
      'september',
      'sept',
      'sep',
      'septembre',
      'сентября',
      'сентябрь',
      'сен',
      'сент',
      'septiembre',
      'setiembre',
      'กันยายน',
      'ก.ย',
      'កញ្ញា',
      'ກັນຍາ',
    ],
  ],
  [
    10,
    [
      'october',
      'oct',
      'octobre',
      'октября',
      'октябрь',
      'окт',
      'oktober',
      'okt',
      'octubre',
      'ตุลาคม',
      'ต.ค',
      'តុលា',
      'ຕຸລາ',
    ],
  ],
  [
    11,
    ['november', 'nov', 'novembre', 'ноября', 'ноябрь', 'ноя', 'нояб', 'noviembre', 'พฤศจิกายน', 'พ.ย', 'វិច្ឆិកា', 'ພະຈິກ'],
  ],
  [
    12,
    [
      'december',
      'dec',
      'décembre',
      'decembre',
      'déc',
      'декабря',
      'декабрь',
      'дек',
      'dezember',
      'dez',
      'diciembre',
      'dic',
      'ธันวาคม',
      'ธ.ค',
      'ធ្នូ',
      'ທັນວາ',
    ],
  ],
];

const BY_NAME = new Map(
  MONTHS.flatMap(([month, names]) => names.map((name) => [name.normalize('NFKC'), month] as const)),
);

/** The Thai calendar counts 543 years ahead. */
const BUDDHIST = 543;

/**
 * A day with a named month: `21 November 2026`, `Nov. 21, 2026`, `1er août 2026`, `21 de noviembre de 2026`, `21 พฤศจิกายน 2569`.
 *
 * @param text NFKC, lower case
 */
export function monthDayYear(text: string): { year: number; month: number; day: number } | null {
  const tokens = text.match(/[\p{L}\p{M}]+(?:\.[\p{L}\p{M}]+)?|\d+/gu) ?? [];
  for (let index = 0; index < tokens.length; index++) {
    const month = BY_NAME.get(tokens[index] ?? '');
    if (month === undefined) continue;
    const around = dayFirst(tokens, index) ?? monthFirst(tokens, index);
    if (around !== null) return { month, day: around.day, year: civilYear(around.year) };
  }
  return null;
}

const FILLERS = new Set([
  'de',
  'del',
  'st',
  'nd',
  'rd',
  'th',
  'er',
  'of',
  'the',
  'at',
  'พ',
  'ศ',
  'พ.ศ',
  'ឆ្នាំ',
  'ປີ',
  'ค.ศ',
]);

function dayFirst(tokens: readonly string[], at: number): { day: number; year: number } | null {
  const day = numberAt(tokens, at, -1, /^\d{1,2}$/);
  const year = numberAt(tokens, at, 1, /^(?:\d{4}|\d{2})$/);
  if (day === null || year === null) return null;
  return { day, year: year < 100 ? 2000 + year : year };
}

function monthFirst(tokens: readonly string[], at: number): { day: number; year: number } | null {
  for (let index = at + 1; index <= at + 2; index++) {
    if (!/^\d{1,2}$/.test(tokens[index] ?? '')) continue;
    const year = numberAt(tokens, index, 1, /^\d{4}$/);
    return year === null ? null : { day: Number(tokens[index]), year };
  }
  return null;
}

function numberAt(tokens: readonly string[], from: number, step: 1 | -1, wanted: RegExp): number | null {
  for (let index = from + step, left = 3; left > 0; index += step, left--) {
    const token = tokens[index] ?? '';
    if (FILLERS.has(token)) continue;
    return wanted.test(token) ? Number(token) : null;
  }
  return null;
}

function civilYear(year: number): number {
  return year > 2400 ? year - BUDDHIST : year;
}
