import { brahmicMonth } from './month.ts';
import {
  cambodianYear,
  dayOf,
  daysOf,
  firstMonths,
  half,
  lately,
  monthOf,
  monthsFromTo,
  quarterOf,
  type Reader,
  upToMonth,
  yearOf,
  years,
  yearsFromTo,
} from './reckoning.ts';

/** What follows four digits that count something and are no year. */
export const BRAHMIC_COUNTED =
  '(?:ล้าน|พัน|หมื่น|แสน|คน|ราย|บาท|แห่ง|นาย|ครัวเรือน|หลัง|ตัน|ไร่|ดอลลาร์|เฮกตาร์|កន្លែង|នាក់|លាន|ពាន់|គ្រួសារ|រៀល|ដុល្លារ|តោន|ហិកតា|ຄົນ|ລ້ານ|ພັນ|ຕື້|ຄອບຄົວ|ຫຼັງ|ກີບ|ໂດລາ|ໂຕນ|ເຮັກຕາ|ແຫ່ງ)';

const CE = '(?<y>(?:19|20)\\d{2})(?!\\d)';
/** A year after a Thai month or quarter: of the Buddhist era, in full or by two digits, or of the common one. */
const TH_YEAR = `\\s{0,2}(?:ของ\\s{0,2})?(?:ปี\\s{0,2})?(?:พ\\.?\\s?ศ\\.?\\s{0,2}|ค\\.?\\s?ศ\\.?\\s{0,2})?(?:(?<be>2[45]\\d{2})(?!\\d)|${CE}|(?<short>[5-7]\\d)(?![\\d.,:%]|\\s?(?:%|${BRAHMIC_COUNTED})))`;
const TH_RELATIVE = '\\s{0,2}(?:ของ\\s{0,2})?ปี(?:(?<this>นี้)|(?<last>ที่แล้ว|ก่อน|ที่ผ่านมา))';
const KM_YEAR = `\\s{0,2},?\\s{0,2}(?:នៃ\\s{0,2})?(?:ឆ្នាំ\\s{0,2})?${CE}`;
const LO_YEAR = `\\s{0,2}(?:ຂອງ\\s{0,2})?(?:/\\s{0,2}|ປີ\\s{0,2})?(?:(?<be>25\\d{2})(?!\\d)|${CE})`;
const TH_COUNT = '(?<n>\\d{1,2}|สองสาม|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบเอ็ด|สิบ)';
const KM_COUNT = '(?<n>\\d{1,2}|ប្រាំ(?:មួយ|ពីរ|បី|បួន)?|ដប់(?:មួយ)?|ពីរ|បី|បួន)';
const LO_COUNT = '(?<n>\\d{1,2}|ສອງ|ສາມ|ສີ່|ຫ້າ|ຫົກ|ເຈັດ|ແປດ|ເກົ້າ|ສິບເອັດ|ສິບ)';
const DAY = '(?<![\\d.,:/-])(?<d>\\d{1,2})';
const DAYS = `${DAY}\\s{0,2}(?:[-–]|ถึง|ដល់|ຫາ|ເຖິງ)\\s{0,2}(?<z>\\d{1,2})`;
const QUARTER = '[1-4](?!\\d)|i{1,3}(?![iv])|iv';

const month = brahmicMonth;

const THAI: readonly [string, Reader][] = [
  [`(?:วันที่\\s{0,2})?${DAYS}\\s{0,2}${month('th', 'name')}(?:${TH_YEAR})?`, daysOf],
  [`วัน[\\u0e00-\\u0e7f]{0,14}?ที่\\s{0,2}${DAY}\\s{0,2}เดือน\\s{0,2}${month('th', 'name')}(?:${TH_YEAR})?`, dayOf],
  [`(?:วัน[\\u0e00-\\u0e7f]{0,14}?ที่\\s{0,2})?${DAY}\\s{0,2}${month('th', 'name')}(?:${TH_YEAR})?`, dayOf],
  [
    `(?:วันที่\\s{0,2})?${DAY}\\s{0,2}/\\s{0,2}(?<m>\\d{1,2})\\s{0,2}/\\s{0,2}(?:(?<be>2[45]\\d{2})|(?<short>[5-7]\\d))(?!\\d)`,
    dayOf,
  ],
  [`(?:ช่วง\\s{0,2})?${TH_COUNT}\\s{0,2}เดือนแรก(?:${TH_RELATIVE}|${TH_YEAR})?`, firstMonths],
  [`${TH_COUNT}\\s{0,2}เดือน\\s?(?=ของ|ปี)(?:${TH_RELATIVE}|${TH_YEAR})`, firstMonths],
  [`(?:^|(?:ใน|รอบ|ช่วง|ตลอด)\\s?)${TH_COUNT}\\s{0,2}เดือน(?!\\s?(?:ข้างหน้า|ก่อน|ที่แล้ว|ต่อ|ขึ้น))`, lately],
  [
    `(?:(?:ตั้งแต่|ระหว่าง|ช่วง|จาก)\\s{0,2})?(?:เดือน\\s{0,2})?${month('th', 'name')}\\s{0,2}(?:[-–—]|จนถึง|ถึง)\\s{0,2}(?:สิ้น)?(?:เดือน\\s{0,2})?${month('th', 'until')}(?:${TH_YEAR})?`,
    monthsFromTo,
  ],
  [`(?:สิ้นเดือน|(?:ณ|จนถึง|ถึง|ภายใน)\\s{0,2}(?:สิ้น|ปลาย)?เดือน)\\s{0,2}${month('th', 'until')}(?:${TH_YEAR})?`, upToMonth],
  [`(?:3|สาม)\\s{0,2}ไตรมาสแรก(?:${TH_YEAR})?`, (groups, at) => firstMonths({ ...groups, n: '9' }, at)],
  [`ไตรมาส(?:ที่)?\\s{0,2}(?<q>${QUARTER}|แรก|หนึ่ง|สอง|สาม|สี่|สุดท้าย)(?:\\s{0,2}/?${TH_YEAR})?`, quarterOf],
  [`(?:ครึ่งปีแรก|ครึ่งแรก(?:ของ)?ปี)(?:${TH_YEAR})?`, (groups, at) => half(groups, at, 1)],
  [`(?:ครึ่งปีหลัง|ครึ่งหลัง(?:ของ)?ปี)(?:${TH_YEAR})?`, (groups, at) => half(groups, at, 2)],
  [`(?:เดือน\\s{0,2})?${month('th', 'name')}${TH_YEAR}`, monthOf],
  [`(?:เดือน|ใน)\\s{0,2}${month('th', 'name')}`, monthOf],
  [
    `(?:ปี\\s{0,2})?(?:พ\\.?\\s?ศ\\.?\\s{0,2})?(?<![\\d.,])(?<be>2[45]\\d{2})\\s{0,2}(?:[-–—]|ถึง)\\s{0,2}(?:ปี\\s{0,2})?(?:(?<be2>2[45]\\d{2})|(?<short2>[5-7]\\d))(?!\\d)`,
    yearsFromTo,
  ],
  ['(?:ปี\\s{0,2}(?:พ\\.?\\s?ศ\\.?\\s{0,2})?|พ\\.?\\s?ศ\\.?\\s{0,2})(?<be>2[45]\\d{2})(?!\\d)', yearOf],
  [`(?<![\\d.,$€])(?<be>25[4-9]\\d)(?![\\d.,]*\\d)(?!\\s{0,2}(?:%|${BRAHMIC_COUNTED}))`, yearOf],
  [`(?<!\\d\\s?)ปี\\s{0,2}'?(?<short>[5-7]\\d)(?![\\d.,:%]|\\s?(?:%|ปี|${BRAHMIC_COUNTED}))`, yearOf],
  [`(?:ปี\\s{0,2})?ค\\.?\\s?ศ\\.?\\s{0,2}${CE}`, yearOf],
  ['(?<!\\d\\s?)ปี(?:นี้|ปัจจุบัน)', (_, at) => years(at.year, at.year, true)],
  ['(?<!\\d\\s?)ปี(?:ที่แล้ว|ก่อนหน้า|ก่อน|ที่ผ่านมา)', (_, at) => years(at.year - 1, at.year - 1, true)],
];

const KHMER: readonly [string, Reader][] = [
  [`(?:ថ្ងៃទី\\s{0,2})?${DAYS}\\s{0,2}(?:ខែ\\s{0,2})?${month('km', 'name')}(?:${KM_YEAR})?`, daysOf],
  [`ថ្ងៃ[\\u1780-\\u17ff]{0,14}?\\s?ទី\\s{0,2}${DAY}\\s{0,2}ខែ\\s{0,2}${month('km', 'name')}(?:${KM_YEAR})?`, dayOf],
  [`ថ្ងៃ[\\u1780-\\u17ff]{0,14}?\\s?ទី\\s{0,2}${DAY}\\s{0,2}ខែ\\s{0,2}(?<m>\\d{1,2})(?:${KM_YEAR})?`, dayOf],
  [`(?:ថ្ងៃ[\\u1780-\\u17ff]{0,14}?\\s?ទី\\s{0,2})?${DAY}\\s{0,2}${month('km', 'name')}(?:${KM_YEAR})?`, dayOf],
  [
    `(?:រយៈពេល\\s{0,2})?${KM_COUNT}\\s{0,2}ខែ\\s{0,2}(?:ដំបូង|ដើម)\\s{0,2}(?:នៃ\\s{0,2})?(?:ឆ្នាំ\\s{0,2}(?:(?<this>នេះ)|(?<last>មុន|ទៅ|កន្លងទៅ))|${KM_YEAR}|ឆ្នាំ)?`,
    firstMonths,
  ],
  [`${KM_COUNT}\\s{0,2}ខែ${KM_YEAR}`, firstMonths],
  [`(?:^|(?:ក្នុង|រយៈពេល|ត្រឹម)\\s?)${KM_COUNT}\\s{0,2}ខែ(?!\\s?(?:ទៀត|មុន|ខាងមុខ))`, lately],
  [
    `(?:(?:ចាប់ពី|ពី)\\s{0,2})?(?:ខែ\\s{0,2})?${month('km', 'name')}\\s{0,2}(?:[-–—]|រហូតដល់|ដល់)\\s{0,2}(?:ចុង)?(?:ខែ\\s{0,2})?${month('km', 'until')}(?:${KM_YEAR})?`,
    monthsFromTo,
  ],
  [
    `(?:ដាច់ខែ|(?:គិតត្រឹម|ត្រឹម|រហូតដល់|មកដល់|ដល់)\\s{0,2}(?:ចុង|ដំណាច់)?\\s{0,2}ខែ)\\s{0,2}${month('km', 'until')}(?:${KM_YEAR})?`,
    upToMonth,
  ],
  [`(?:3|បី)\\s{0,2}ត្រីមាស\\s{0,2}ដំបូង(?:${KM_YEAR})?`, (groups, at) => firstMonths({ ...groups, n: '9' }, at)],
  [`ត្រីមាស\\s{0,2}(?:ទី)?\\s{0,2}(?<q>${QUARTER}|មួយ|ពីរ|បី|បួន|ដំបូង|ចុងក្រោយ)(?:\\s{0,2}/?${KM_YEAR})?`, quarterOf],
  [
    `ឆមាស\\s{0,2}(?:ទី)?\\s{0,2}(?:1(?!\\d)|មួយ|ដំបូង|i(?!i))(?:\\s{0,2}/?${KM_YEAR})?`,
    (groups, at) => half(groups, at, 1),
  ],
  [`ឆមាស\\s{0,2}(?:ទី)?\\s{0,2}(?:2(?!\\d)|ពីរ|ii)(?:\\s{0,2}/?${KM_YEAR})?`, (groups, at) => half(groups, at, 2)],
  [`(?:ខែ\\s{0,2})?${month('km', 'name')}${KM_YEAR}`, monthOf],
  [`ខែ\\s{0,2}${month('km', 'name')}`, monthOf],
  [`(?:ឆ្នាំ\\s{0,2})?(?<y>(?:19|20)\\d{2})\\s{0,2}(?:ដល់|ទៅ)\\s{0,2}(?:ឆ្នាំ\\s{0,2})?(?<z>20\\d{2})(?!\\d)`, yearsFromTo],
  [`ឆ្នាំ\\s{0,2}${CE}`, yearOf],
  ['(?:ព\\.?\\s?ស\\.?|ពុទ្ធសករាជ)\\s{0,2}(?<era>25\\d{2})(?!\\d)', cambodianYear],
  ['(?<!\\d\\s?)ឆ្នាំ\\s?នេះ', (_, at) => years(at.year, at.year, true)],
  ['(?<!\\d\\s?)ឆ្នាំ\\s?(?:មុន|ទៅ|កន្លងទៅ)', (_, at) => years(at.year - 1, at.year - 1, true)],
];

const LAO: readonly [string, Reader][] = [
  [`(?:ວັນທີ\\s{0,2})?${DAYS}\\s{0,2}(?:ເດືອນ\\s{0,2})?${month('lo', 'name')}(?:${LO_YEAR})?`, daysOf],
  [`ວັນ[\\u0e80-\\u0eff]{0,14}?ທີ່?\\s{0,2}${DAY}\\s{0,2}ເດືອນ\\s{0,2}${month('lo', 'name')}(?:${LO_YEAR})?`, dayOf],
  [`ວັນທີ່?\\s{0,2}${DAY}\\s{0,2}ເດືອນ\\s{0,2}(?<m>\\d{1,2})(?:${LO_YEAR})?`, dayOf],
  [`ວັນທີ່?\\s{0,2}${DAY}/(?<m>\\d{1,2})(?![\\d/])`, dayOf],
  [`(?:ວັນ[\\u0e80-\\u0eff]{0,14}?ທີ່?\\s{0,2})?${DAY}\\s{0,2}${month('lo', 'name')}(?:${LO_YEAR})?`, dayOf],
  [
    `${LO_COUNT}\\s{0,2}ເດືອນ(?:ຕົ້ນ|ທຳອິດ)\\s{0,2}(?:ຂອງ\\s{0,2})?(?:ປີ\\s{0,2}(?:(?<this>ນີ້)|(?<last>ກາຍ|ກ່ອນ|ຜ່ານມາ|ແລ້ວ))|${LO_YEAR}|ປີ)?`,
    firstMonths,
  ],
  [`${LO_COUNT}\\s{0,2}ເດືອນ\\s?(?=ຂອງ|ປີ)${LO_YEAR}`, firstMonths],
  [`(?:^|(?:ໃນ|ໄລຍະ|ຮອບ)\\s?)${LO_COUNT}\\s{0,2}ເດືອນ(?!\\s?(?:ຂ້າງໜ້າ|ກ່ອນ|ຕໍ່|ແລ້ວ))`, lately],
  [`(?:6|ຫົກ)\\s{0,2}ເດືອນທ້າຍ(?:ປີ)?(?:${LO_YEAR})?`, (groups, at) => half(groups, at, 2)],
  [
    `(?:(?:ນັບແຕ່|ຕັ້ງແຕ່|ແຕ່)\\s{0,2})?(?:ເດືອນ\\s{0,2})?${month('lo', 'name')}\\s{0,2}(?:[-–—]|ຫາ|ເຖິງ|ຮອດ)\\s{0,2}(?:ທ້າຍ)?(?:ເດືອນ\\s{0,2})?${month('lo', 'until')}(?:${LO_YEAR})?`,
    monthsFromTo,
  ],
  [
    `(?:ສິ້ນເດືອນ|(?:ມາຮອດ|ຮອດ|ເຖິງ|ພາຍໃນ)\\s{0,2}(?:ທ້າຍ|ສິ້ນ)?ເດືອນ)\\s{0,2}${month('lo', 'until')}(?:${LO_YEAR})?`,
    upToMonth,
  ],
  [`(?:ໄຕມາດ|ງວດ)\\s{0,2}(?:ທີ່?)?\\s{0,2}(?<q>${QUARTER}|ໜຶ່ງ|ສອງ|ສາມ|ສີ່|ທຳອິດ|ສຸດທ້າຍ)(?:${LO_YEAR})?`, quarterOf],
  [`(?:ເດືອນ\\s{0,2})?${month('lo', 'name')}${LO_YEAR}`, monthOf],
  [`ເດືອນ\\s{0,2}${month('lo', 'name')}`, monthOf],
  [
    `ເດືອນ\\s{0,2}(?<m>1[0-2]|0?[1-9])(?![\\d.,])(?:\\s{0,2}(?:/|ປີ)\\s{0,2}${CE})?(?!\\s{0,2}(?:${BRAHMIC_COUNTED}))`,
    monthOf,
  ],
  [`(?:ປີ\\s{0,2})?(?<y>(?:19|20)\\d{2})\\s{0,2}(?:ຫາ|ເຖິງ)\\s{0,2}(?:ປີ\\s{0,2})?(?<z>20\\d{2})(?!\\d)`, yearsFromTo],
  [`ປີ\\s{0,2}(?:ຄ\\.?\\s?ສ\\.?\\s{0,2})?${CE}`, yearOf],
  ['(?:ປີ\\s{0,2})?(?:ພ\\.?\\s?ສ\\.?\\s{0,2})(?<be>25\\d{2})(?!\\d)', yearOf],
  ['(?<!\\d\\s?)ປີ\\s?ນີ້', (_, at) => years(at.year, at.year, true)],
  ['(?<!\\d\\s?)ປີ\\s?(?:ກາຍ|ກ່ອນ|ຜ່ານມາ|ທີ່ຜ່ານມາ|ແລ້ວ)', (_, at) => years(at.year - 1, at.year - 1, true)],
];

/** How Thai, Khmer and Lao name days, months, quarters and years; a rule goes before those that read a piece of it. */
export const brahmicRules: readonly [string, Reader][] = [...KHMER, ...LAO, ...THAI];
