import { isBrahmic, readBrahmic } from './brahmic.ts';
import { type Literal, lastStatedDigit, type ReadNumber, readLiteral } from './literal.ts';
import { numerals } from './numerals.ts';
import { isSpacedLetter } from './plain.ts';

/** Reads one number at `at`, digits or words, with the scales that follow it ("1,2 triệu", "3万5千", "two hundred thousand"). */
export function readNumber(plain: string, at: number, language: string): ReadNumber | null {
  if (language === 'zh' || language === 'ja') return readHan(plain, at);
  if (language === 'ko') return readHangul(plain, at);
  if (isBrahmic(language)) return readBrahmic(plain, at, language);
  return readSpaced(plain, at, language);
}

const WORD = /\p{L}+/uy;

function wordAt(plain: string, at: number): string | null {
  WORD.lastIndex = at;
  return WORD.exec(plain)?.[0] ?? null;
}

function skipSpace(plain: string, at: number, most = 1): number {
  let next = at;
  while (next - at < most && plain.charAt(next) === ' ') next += 1;
  return next;
}

/** Scale word at `at` (a space may precede it); one-letter scales must touch the digits. */
function readScale(plain: string, at: number, language: string): { end: number; factor: number } | null {
  const from = skipSpace(plain, at);
  const word = wordAt(plain, from);
  if (word === null) return null;
  const factor = numerals.scales[language]?.[word];
  if (factor === undefined) return null;
  if (word.length === 1 && from !== at) return null;
  if (word === 'm' && !meansMillion(plain, from + 1)) return null;
  const dot = language === 'ru' && plain.charAt(from + word.length) === '.' && word.length <= 4 ? 1 : 0;
  return { end: from + word.length + dot, factor };
}

/** "5m" is five million before a thing that is counted or after a currency sign, else five metres; signs are seen by the caller. */
function meansMillion(plain: string, after: number): boolean {
  return /^ (?:people|visitor|tourist|passenger|tonne|ton|teu|dollar|usd|euro|vnd|dong|trip|arrival)/.test(
    plain.slice(after, after + 12),
  );
}

function readScales(plain: string, at: number, language: string): { end: number; factor: number; last: number } {
  let end = at;
  let factor = 1;
  let last = 1;
  for (let scale = readScale(plain, end, language); scale !== null; scale = readScale(plain, end, language)) {
    factor *= scale.factor;
    last = scale.factor;
    end = scale.end;
    const of = / (?:of|de|d') ?/y;
    of.lastIndex = end;
    const joiner = of.exec(plain)?.[0];
    if (joiner !== undefined && readScale(plain, end + joiner.length - 1, language) !== null) end += joiner.length - 1;
  }
  return { end, factor, last };
}

function readHalf(plain: string, at: number, language: string): number | null {
  const from = skipSpace(plain, at);
  for (const phrase of numerals.half[language] ?? []) {
    if (plain.startsWith(phrase, from) && !isSpacedLetter(plain.charAt(from + phrase.length)))
      return from + phrase.length;
  }
  return null;
}

function readSpaced(plain: string, at: number, language: string): ReadNumber | null {
  const digits = readLiteral(plain, at, language);
  if (digits === null) return readWorded(plain, at, language);
  let { end, value, alternate, step } = digits;
  let scales = readScales(plain, end, language);
  value *= scales.factor;
  step *= scales.factor;
  alternate = alternate === null ? null : alternate * scales.factor;
  end = scales.end;
  while (scales.factor > 1) {
    const half = readHalf(plain, end, language);
    if (half !== null) return done(at, half, value + scales.last / 2, null, scales.last / 2);
    const from = skipSpace(plain, end);
    const next = from > end ? readLiteral(plain, from, language) : null;
    if (next === null) break;
    const nextScales = readScales(plain, next.end, language);
    if (nextScales.factor <= 1 || nextScales.factor >= scales.factor || next.value >= 1000) break;
    value += next.value * nextScales.factor;
    step = next.step * nextScales.factor;
    alternate = null;
    end = nextScales.end;
    scales = nextScales;
  }
  return done(at, end, value, alternate, step);
}

function done(start: number, end: number, value: number, alternate: number | null, step: number): ReadNumber {
  return { start, end, value, alternate, step, worded: false, vague: false };
}

const ARTICLES = new Set(['a', 'an']);
const JOINERS = new Set(['and', 'et', 'linh', 'lẻ', 'of', 'de', 'a']);

/** Number words: small numbers add up, scales multiply what stands before them. */
function readWorded(plain: string, at: number, language: string): ReadNumber | null {
  if (at > 0 && isSpacedLetter(plain.charAt(at - 1))) return null;
  const words = numerals.words[language];
  if (words === undefined) return null;
  let position = at;
  let end = at;
  let total = 0;
  let section = 0;
  let ones = 0;
  let seen = false;
  let scaledOnly = true;
  for (let word = wordAt(plain, position); word !== null; word = wordAt(plain, position)) {
    const small = words[word];
    const factor = word.length > 1 ? numerals.scales[language]?.[word] : undefined;
    const tens = tensOf(word, ones, language);
    if (tens !== null) {
      section += tens;
      ones = 0;
    } else if (small !== undefined) {
      if (language === 'vi' && total > 0 && section === 0 && !isFollowedByScale(plain, position + word.length)) break;
      section += small;
      ones = small;
      scaledOnly = false;
    } else if (factor !== undefined) {
      const unscaled = section === 0 ? (total === 0 || !seen ? 1 : 0) : section;
      if (factor < 1000) section = (section === 0 ? 1 : section) * factor;
      else {
        total = unscaled === 0 ? total * factor : total + unscaled * factor;
        section = 0;
      }
    } else if (!seen && ARTICLES.has(word) && language === 'en') {
      const next = wordAt(plain, position + word.length + 1);
      if (next === null || numerals.scales.en?.[next] === undefined || next.length < 3) break;
      section = 1;
      scaledOnly = false;
    } else if (!seen || !JOINERS.has(word)) break;
    if (small !== undefined || factor !== undefined || tens !== null) end = position + word.length;
    seen = true;
    position += word.length;
    const gap = plain.charAt(position);
    if (gap !== ' ' && gap !== '-') break;
    position += 1;
  }
  const value = total + section;
  if (!seen || value === 0) return null;
  return { start: at, end, value, alternate: null, step: lastStatedDigit(value), worded: true, vague: scaledOnly };
}

/** What "mươi" after four adds to it, and "vingt" after quatre: the tens of a hundred leave the hundred alone. */
function tensOf(word: string, ones: number, language: string): number | null {
  if (word === 'mươi' && ones > 0) return ones * 9;
  return language === 'fr' && /^vingts?$/.test(word) && ones === 4 ? 76 : null;
}

/** "Mười nghìn một lượt" is ten thousand for each; only what a scale follows goes on with the number. */
function isFollowedByScale(plain: string, at: number): boolean {
  return /^ (?:trăm|mươi|chục|nghìn|ngàn|triệu)(?!\p{L})/u.test(plain.slice(at, at + 7));
}

const HAN_DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  兩: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const SCALES: Readonly<Record<string, number>> = {
  十: 10,
  百: 100,
  千: 1000,
  万: 1e4,
  萬: 1e4,
  亿: 1e8,
  億: 1e8,
  兆: 1e12,
  십: 10,
  백: 100,
  천: 1000,
  만: 1e4,
  억: 1e8,
  조: 1e12,
};
const VAGUE = new Set(['数', '數', '几', '幾', '수']);

/** Positional reading of numbers with ten-thousands: sections of 千百十 inside 万, 亿, 兆. */
function readMyriad(plain: string, at: number, digits: Readonly<Record<string, number>>): ReadNumber | null {
  let position = at;
  let total = 0;
  let section = 0;
  let current: number | null = null;
  let step = 1;
  let typed = false;
  let vague = VAGUE.has(plain.charAt(at));
  if (vague) position += 1;
  for (;;) {
    const unit = plain.charAt(position);
    const number: Literal | null = /\d/.test(unit) && current === null ? readLiteral(plain, position, 'zh') : null;
    const scale = unit === '兆' && plain.charAt(position + 1) === '瓦' ? undefined : SCALES[unit];
    if (number !== null) {
      current = number.value;
      step = number.step;
      typed = true;
      position = number.end;
    } else if (digits[unit] !== undefined && (current === null || !typed)) {
      current = (current ?? 0) * 10 + (digits[unit] ?? 0);
      step = 1;
      position += 1;
    } else if (isAndMore(plain, position) && position > at) {
      vague = true;
      position += 1;
    } else if (scale !== undefined && position > at) {
      [total, section] = applyScale(total, section, current, scale);
      step *= scale;
      current = null;
      position += 1;
    } else if (scale !== undefined) {
      [total, section] = applyScale(total, section, current, scale);
      step = scale;
      position += 1;
    } else if (
      unit === ' ' &&
      typed &&
      (SCALES[plain.charAt(position + 1)] !== undefined || continues(plain, position))
    ) {
      position += 1;
    } else break;
  }
  const value = total + section + (current ?? 0);
  if (position === at || (VAGUE.has(plain.charAt(at)) && position === at + 1)) return null;
  const end = plain.charAt(position - 1) === ' ' ? position - 1 : position;
  return { start: at, end, value, alternate: null, step, worded: !typed, vague };
}

/** "一千兩百多萬": and some more, before the scale. */
function isAndMore(plain: string, at: number): boolean {
  return /[多余餘]/.test(plain.charAt(at)) && (SCALES[plain.charAt(at + 1)] ?? 0) >= 1e4;
}

/** "1억 2000만": a smaller section follows after a space. */
function continues(plain: string, at: number): boolean {
  return /[만억조万亿億兆]/.test(plain.charAt(at - 1)) && /^ \d[\d,.]*[천만억千万億亿]/.test(plain.slice(at, at + 14));
}

function applyScale(total: number, section: number, current: number | null, scale: number): [number, number] {
  if (scale < 1e4) return [total, section + (current ?? 1) * scale];
  const inside = section + (current ?? 0);
  if (inside === 0) return [total === 0 ? scale : total * scale, 0];
  return [total + inside * scale, 0];
}

function readHan(plain: string, at: number): ReadNumber | null {
  const first = plain.charAt(at);
  if (!/[\d〇零一二两兩三四五六七八九十百千数數几幾]/.test(first)) return null;
  return readMyriad(plain, at, HAN_DIGITS);
}

function readHangul(plain: string, at: number): ReadNumber | null {
  const first = plain.charAt(at);
  if (/[수백천만십]/.test(first) && /[\uac00-\ud7af]/.test(plain.charAt(at - 1))) return null;
  if (/[\d수백천만십]/.test(first)) {
    const number = readMyriad(plain, at, {});
    if (number === null) return null;
    return /\d/.test(first) || number.value >= 100 ? number : null;
  }
  if (at > 0 && /[\uac00-\ud7af]/.test(plain.charAt(at - 1))) return null;
  const word = wordAt(plain, at);
  const value = word === null ? undefined : numerals.words.ko?.[word];
  if (word === null || value === undefined || plain.charAt(at + word.length) !== ' ') return null;
  return { start: at, end: at + word.length, value, alternate: null, step: 1, worded: true, vague: false };
}
