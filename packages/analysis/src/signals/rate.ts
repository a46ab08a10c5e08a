import type { Proposition } from '../claims/proposition.ts';
import type { Figure } from '../figures/figure.ts';

const AFTER =
  /^[^,;.，；。]{0,24}?(?:(?:một|mỗi)\s+(?:giờ|ngày|tuần|tháng|chuyến|lượt|người|hộ)|\/\s*(?:giờ|ngày|tuần|tháng|h\b)|\b(?:an?|per|each|every)\s+(?:hour|day|week|month)|par\s+(?:heure|jour|semaine|mois)|в\s+(?:час|день|сутки|неделю|месяц))/iu;
/** The same in Thai, Khmer and Lao, which put it right behind the figure. */
const AFTER_BRAHMIC =
  /^.{0,8}?(?:(?:ต่อ|ຕໍ່|\/)\s?(?:ชั่วโมง|วัน|สัปดาห์|เดือน|คน|ครัวเรือน|เที่ยว|ຊົ່ວໂມງ|ມື້|ວັນ|ອາທິດ|ເດືອນ|ຄົນ|ຄອບຄົວ)|ក្នុងមួយ(?:ម៉ោង|ថ្ងៃ|សប្តាហ៍|ខែ))/u;
const BEFORE =
  /mỗi (?:giờ|ngày|tuần)|每[天日周小]|一天|毎日|[1１一]日|하루|매일|ежедневно|วันละ|ชั่วโมงละ|สัปดาห์ละ|คนละ|រៀងរាល់ថ្ងៃ|មួយថ្ងៃ|ມື້ລະ|ວັນລະ|ຊົ່ວໂມງລະ|ອາທິດລະ|ຄົນລະ/iu;
/** Characters before a figure in which "mỗi ngày" or "每天" is of it. */
const NEAR = 26;

/** Whether a figure is so many an hour, a day or a week: a rate is held against no total. */
export function isRate({ quote }: Proposition, { start, end }: Pick<Figure, 'start' | 'end'>): boolean {
  const ahead =
    quote
      .slice(Math.max(0, start - NEAR), start)
      .split(/[,;.，；。]/u)
      .at(-1) ?? '';
  const behind = quote.slice(end, end + 60);
  return AFTER.test(behind) || AFTER_BRAHMIC.test(behind) || BEFORE.test(ahead);
}
