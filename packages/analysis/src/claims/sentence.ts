/** A sentence of a text: offsets into it, end exclusive, without surrounding space. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

const ABBREVIATION =
  /(?:^|[\s(])(?:tp|ts|ths|gs|pgs|q|p|tx|mr|mrs|ms|dr|prof|st|no|inc|ltd|co|corp|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec|vs|approx|u\.s|u\.k|m|mme|мес|тыс|млн|млрд|г|гг|руб|долл|им|т|д|ул|стр|см|кв|проц|п|чел|[A-ZĐА-Я])$/iu;

/** Words that begin a new sentence after a space in Thai and Lao, which write no full stop. */
const OPENER =
  /^(?:ทั้งนี้|นอกจากนี้|นอกจากนั้น|ขณะที่|ขณะเดียวกัน|ในขณะที่|อย่างไรก็ตาม|อย่างไรก็ดี|ส่วน|สำหรับ|ก่อนหน้านี้|ต่อมา|ล่าสุด|ทางด้าน|ด้านนาย|ด้านนาง|เมื่อวันที่|จากข้อมูล|ตามรายงาน|ผู้ว่าราชการ|ທັງນີ້|ນອກຈາກນີ້|ນອກຈາກນັ້ນ|ຂະນະທີ່|ໃນຂະນະທີ່|ຂະນະດຽວກັນ|ຢ່າງໃດກໍຕາມ|ແນວໃດກໍຕາມ|ສ່ວນ|ສຳລັບ|ສໍາລັບ|ກ່ອນໜ້ານີ້|ກ່ອນຫນ້ານີ້|ຕໍ່ມາ|ຫຼ້າສຸດ|ທາງດ້ານ|ອີງຕາມ|ຕາມລາຍງານ|ພ້ອມນັ້ນ|ພ້ອມດຽວກັນ)/u;
/** Characters of a Thai or Lao sentence before a space may end it: where the next word opens one, and anywhere. */
const LEAST = { opener: 24, space: 160 };

/**
 * Splits text into sentences at full stops of all watched scripts and at line ends; "TP.", "No." and "1.200" do not end one.
 * Thai and Lao are split at the spaces that most likely end a sentence.
 */
export function splitSentences(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (!endsSentence(text, at) && !endsClause(text, from, at)) continue;
    let end = at + 1;
    while (/["'”’»」』）)\]]/.test(text.charAt(end)) && end < text.length) end += 1;
    push(sentences, text, from, end);
    from = end;
    at = end - 1;
  }
  push(sentences, text, from, text.length);
  return sentences;
}

function endsSentence(text: string, at: number): boolean {
  const unit = text.charAt(at);
  if (unit === '\n' || /[。！？]/.test(unit)) return true;
  if (/[។៕]/.test(unit)) return text.slice(at, at + 3) !== '។ល។' && text.slice(at - 2, at + 1) !== '។ល។';
  if (!/[.!?…;]/.test(unit)) return false;
  const next = text.charAt(at + 1);
  if (next !== '' && !/[\s"'”’»)\]]/.test(next)) return false;
  if (unit !== '.') return true;
  const before = text.slice(Math.max(0, at - 8), at);
  if (/[\u0e00-\u0eff\u1780-\u17ff]$/.test(before)) return endsBrahmicWord(before);
  if (!ABBREVIATION.test(before)) return true;
  return /^\.\s+\p{Lu}/u.test(text.slice(at, at + 4)) && /\b(?:г|гг|проц|чел|т|руб|долл)$/u.test(before);
}

/** "พ.ย." and "ກມ." are abbreviations; only a longer word is closed by a full stop. */
function endsBrahmicWord(before: string): boolean {
  return (before.split(/[\s.()\d]/).at(-1)?.length ?? 0) > 5;
}

function endsClause(text: string, from: number, at: number): boolean {
  if (text.charAt(at) !== ' ' || !/[\u0e00-\u0eff]/.test(text.charAt(at - 1))) return false;
  const next = text.slice(at + 1, at + 20);
  if (at - from >= LEAST.opener && OPENER.test(next)) return true;
  return at - from >= LEAST.space && /^[\u0e01-\u0e2e\u0e40-\u0e44\u0e81-\u0eae\u0ec0-\u0ec4]/.test(next);
}

function push(sentences: Sentence[], text: string, from: number, to: number): void {
  const raw = text.slice(from, to);
  const quote = raw.trim();
  if (!/[\p{L}\p{N}]/u.test(quote)) return;
  const start = from + raw.indexOf(quote);
  sentences.push({ start, end: start + quote.length, quote });
}
