const EN_MONTHS = [
  'jan(?:uary|\\.)?',
  'feb(?:ruary|\\.)?',
  'mar(?:ch|\\.)?',
  'apr(?:il|\\.)?',
  'may',
  'june?\\.?',
  'july?\\.?',
  'aug(?:ust|\\.)?',
  'sep(?:t(?:ember)?|\\.)?\\.?',
  'oct(?:ober|\\.)?',
  'nov(?:ember|\\.)?',
  'dec(?:ember|\\.)?',
];
const FR_MONTHS = [
  'janvier',
  'f[ée]vrier',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'ao[ûu]t',
  'septembre',
  'octobre',
  'novembre',
  'd[ée]cembre',
];
const RU_MONTHS = [
  'январ[а-я]*',
  'феврал[а-я]*',
  'март[а-я]*',
  'апрел[а-я]*',
  'ма[йяею]',
  'июн[а-я]*',
  'июл[а-я]*',
  'август[а-я]*',
  'сентябр[а-я]*',
  'октябр[а-я]*',
  'ноябр[а-я]*',
  'декабр[а-я]*',
];
const NAMED_MONTHS = [EN_MONTHS, FR_MONTHS, RU_MONTHS];
const TH_MONTHS = [
  'มกรา(?:คม)?|ม\\.\\s?ค\\.?',
  'กุมภา(?:พันธ์)?|ก\\.\\s?พ\\.?',
  'มีนา(?:คม)?|มี\\.\\s?ค\\.?',
  'เมษา(?:ยน)?|เม\\.\\s?ย\\.?',
  'พฤษภา(?:คม)?|พ\\.\\s?ค\\.?',
  'มิถุนา(?:ยน)?|มิ\\.\\s?ย\\.?',
  'กรกฎา(?:คม)?|ก\\.\\s?ค\\.?',
  'สิงหา(?:คม)?|ส\\.\\s?ค\\.?',
  'กันยา(?:ยน)?|ก\\.\\s?ย\\.?',
  'ตุลา(?:คม)?|ต\\.\\s?ค\\.?',
  'พฤศจิกา(?:ยน)?|พ\\.\\s?ย\\.?',
  'ธันวา(?:คม)?|ธ\\.\\s?ค\\.?',
];
const KM_MONTHS = ['មករា', 'កុម្ភ[ៈះ]?', 'មីនា', 'មេសា', 'ឧសភា', 'មិថុនា', 'កក្កដា', 'សីហា', 'កញ្ញា', 'តុលា', 'វិច្ឆិកា', 'ធ្នូ'];
const LO_MONTHS = ['ມັງກອນ', 'ກຸມພາ', 'ມີນາ', 'ເມສາ', 'ພຶດສະພາ', 'ມິຖຸນາ', 'ກໍລະກົດ', 'ສິງຫາ', 'ກັນຍາ', 'ຕຸລາ', 'ພະຈິກ', 'ທັນວາ'];
const BRAHMIC_MONTHS = { th: TH_MONTHS, km: KM_MONTHS, lo: LO_MONTHS };
/** Months as Vietnamese writes them in words; "năm" is left out, being a year as often. */
const VI_MONTHS: Readonly<Record<string, number>> = {
  giêng: 1,
  một: 1,
  hai: 2,
  ba: 3,
  tư: 4,
  sáu: 6,
  bảy: 7,
  tám: 8,
  chín: 9,
  mười: 10,
  'mười một': 11,
  'mười hai': 12,
  chạp: 12,
};
/** Pattern of a month as Vietnamese names it, in a group of this name. */
export const viMonth = (name: string) =>
  `(?<${name}>mười (?:một|hai)|giêng|một|hai|ba|tư|sáu|bảy|tám|chín|mười|chạp|\\d{1,2})(?![\\p{L}\\d])`;
/** Pattern of a month's English, French or Russian name. */
export const anyMonth = (name: string) => `(?<${name}>${NAMED_MONTHS.flat().join('|')})(?!\\p{L})`;
/** Pattern of a month's Thai, Khmer or Lao name, in a group of this name. */
export const brahmicMonth = (language: keyof typeof BRAHMIC_MONTHS, name: string) =>
  `(?<${name}>${BRAHMIC_MONTHS[language].join('|')})`;
/** What begins an ordinal of one to four; a later one may begin with an earlier one's letters. */
export const ORDINALS: readonly [RegExp, number][] = [
  [/^(?:4|iv|fourth|quatr|четв|四|สี่|สุดท้าย|បួន|ចុងក្រោយ|ສີ່|ສຸດທ້າຍ)/, 4],
  [/^(?:3|iii|third|trois|трет|三|สาม|បី|ສາມ)/, 3],
  [/^(?:2|ii|second|deux|втор|二|สอง|ពីរ|ສອງ)/, 2],
  [/^(?:1|i|first|prem|перв|一|แรก|หนึ่ง|មួយ|ដំបូង|ໜຶ່ງ|ທຳອິດ)/, 1],
];
/** Numbers in words, as far as months are counted. */
export const COUNTS: Readonly<Record<string, number>> = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  hai: 2,
  ba: 3,
  bốn: 4,
  năm: 5,
  sáu: 6,
  bảy: 7,
  tám: 8,
  chín: 9,
  mười: 10,
  deux: 2,
  trois: 3,
  quatre: 4,
  cinq: 5,
  sept: 7,
  huit: 8,
  neuf: 9,
  dix: 10,
  два: 2,
  три: 3,
  четыре: 4,
  пять: 5,
  шесть: 6,
  семь: 7,
  восемь: 8,
  девять: 9,
  десять: 10,
  одиннадцать: 11,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
  สอง: 2,
  สาม: 3,
  สี่: 4,
  ห้า: 5,
  หก: 6,
  เจ็ด: 7,
  แปด: 8,
  เก้า: 9,
  สิบ: 10,
  สิบเอ็ด: 11,
  ពីរ: 2,
  បី: 3,
  បួន: 4,
  ប្រាំ: 5,
  ប្រាំមួយ: 6,
  ប្រាំពីរ: 7,
  ប្រាំបី: 8,
  ប្រាំបួន: 9,
  ដប់: 10,
  ដប់មួយ: 11,
  ສອງ: 2,
  ສາມ: 3,
  ສີ່: 4,
  ຫ້າ: 5,
  ຫົກ: 6,
  ເຈັດ: 7,
  ແປດ: 8,
  ເກົ້າ: 9,
  ສິບ: 10,
  ສິບເອັດ: 11,
};

/** A month's number as Chinese and Japanese write it, in digits or not. */
export const hanMonth = (name: string) => `(?<${name}>1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])`;
const HAN_MONTHS = ['', ...'一二三四五六七八九十', '十一', '十二'];

/** A month by its number or name; 0 where it is none. */
export function monthNumber(name: string): number {
  if (/^\d+$/.test(name)) return Number(name);
  if (HAN_MONTHS.includes(name)) return HAN_MONTHS.indexOf(name);
  const vietnamese = VI_MONTHS[name.toLowerCase()];
  if (vietnamese !== undefined) return vietnamese;
  for (const list of [...NAMED_MONTHS, ...Object.values(BRAHMIC_MONTHS)]) {
    const index = list.findIndex((pattern) => new RegExp(`^(?:${pattern})$`, 'iu').test(name));
    if (index >= 0) return index + 1;
  }
  return 0;
}
