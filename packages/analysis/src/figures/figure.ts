import { isBrahmic } from './brahmic.ts';
import { counterAt, thingCounted } from './counted.ts';
import { findShares, type Share } from './fraction.ts';
import { legible } from './legible.ts';
import type { ReadNumber } from './literal.ts';
import { readNumber } from './number.ts';
import { noNumbers, numerals } from './numerals.ts';
import { findPeriods } from './period.ts';
import { isLetter, isSpacedLetter, plainText } from './plain.ts';
import { currencyBefore, type Unit, unitAt, unitBefore } from './unit.ts';

export type Approximation = 'exact' | 'about' | 'nearly' | 'over' | 'atLeast' | 'under' | 'vague';

/** A quantity in a text. Values are in the base unit of their dimension (scales and unit factors applied). */
export interface Figure {
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  /** Stated value; of a range its middle. */
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** Second reading where the separators are ambiguous ("1,200" in Vietnamese text). */
  readonly alternate: number | null;
  /** Size of the last stated digit: 100000 for "1,2 triệu". */
  readonly step: number;
  readonly unit: string | null;
  readonly dimension: string | null;
  readonly approx: Approximation;
  readonly currency: string | null;
  readonly percent: boolean;
  readonly range: boolean;
  readonly worded: boolean;
  /** Told as a fraction, ratio or tenths ("một phần tư", "one in five", "六成"; data/lexicon/shares.json): good to confirm, too loose to contradict. */
  readonly share: boolean;
}

/**
 * Quantities of a text with their units, read alike in all watched languages: "1,2 triệu", "1.2 million" and "120万" have
 * one value. Dates and bare years are left out (see `findPeriods`), as are numbers of documents, roads and models.
 *
 * @param language ISO 639-1; decides which separator is decimal and which words count
 */
export function findFigures(text: string, language: string): Figure[] {
  const read = legible(text);
  return figuresIn(read.text, language).map((figure) => {
    const start = read.at(figure.start);
    const end = figure.end === 0 ? 0 : read.at(figure.end - 1) + 1;
    return { ...figure, start, end, quote: text.slice(start, end) };
  });
}

function figuresIn(text: string, language: string): Figure[] {
  const masked = maskPeriods(text, language);
  const shares = findShares(masked, language).map((share) => shareFigure(text, masked, share, language));
  let plain = shares.reduce((rest, { start, end }) => masking(rest, start, end), masked);
  const found: Figure[] = [];
  let at = 0;
  while (at < plain.length) {
    const figure = canStart(plain, at, language) ? readFigure(text, plain, at, language) : null;
    if (figure === null) at += 1;
    else {
      found.push(figure);
      at = figure.end;
      // What the figure counted is not what the next one counts.
      if (isBrahmic(language)) plain = masking(plain, figure.start, figure.end);
    }
  }
  return [...found, ...shares].sort((a, b) => a.start - b.start);
}

/** "Một phần tư" is 25 per cent, "một phần tư triệu" 250,000: an amount and no share. */
function shareFigure(text: string, plain: string, share: Share, language: string): Figure {
  const { start } = share;
  const scale = scaleAfter(plain, share, language);
  const factor = scale === null ? 100 : scale.factor;
  const value = share.value * factor;
  const end = scale?.end ?? share.end;
  const step = scale === null ? value / 20 : value / 5;
  const number = { start, end, value, alternate: null, step, worded: false, vague: false };
  const unit = scale === null ? (unitAt('%', 0, 'zh')?.unit ?? null) : null;
  const figure = build(text, plain, { number, unit, start, alone: true }, language);
  if (figure === null) throw new Error(`Không đọc được tỷ lệ "${text.slice(start, end)}".`);
  const low = scale === null ? share.low * factor : figure.low;
  const range = low < figure.high;
  const middle = range ? (low + figure.high) / 2 : figure.value;
  return { ...figure, value: middle, low, range, approx: share.approx ?? figure.approx, share: scale === null };
}

/** "Triệu" after "một phần tư" and "of a million" after "a quarter"; scripts without spaces scale nothing but "半億". */
function scaleAfter(plain: string, { end, amount }: Share, language: string): { factor: number; end: number } | null {
  if (!amount && !isSpacedLetter(plain.charAt(end - 1))) return null;
  const joiner = /^ (?:of an? (?=[mbt])|d['’]un (?=m)|de (?=m))/u.exec(plain.slice(end, end + 10))?.[0].length ?? 0;
  const rest = plain.slice(end + Math.max(0, joiner - 1), end + 40);
  const scaled = readNumber(`1${rest}`, 0, language);
  if (scaled === null || scaled.value <= 1) return null;
  return { factor: scaled.value, end: end + Math.max(0, joiner - 1) + scaled.end - 1 };
}

function masking(plain: string, start: number, end: number): string {
  return plain.slice(0, start) + MASK.repeat(end - start) + plain.slice(end);
}

/** Words that hold a number word and are none. */
const NO_NUMBER = /t[ỷỉ] (?:lệ|trọng|suất|giá|phú|số)(?!\p{L})/gu;

/** "Thousands" are told of twelve thousand too. */
const VAGUE_SPAN = 30;

const MASK = '\u0001';

function maskPeriods(text: string, language: string): string {
  let plain = plainText(text);
  for (const { start, end } of findPeriods(text, '2000-12-31')) {
    plain = masking(plain, start, end);
  }
  return [NO_NUMBER, ...noNumbers(language)].reduce(
    (rest, pattern) => rest.replaceAll(pattern, (words) => MASK.repeat(words.length)),
    plain,
  );
}

/** Words after which a number names or measures off a thing and counts none: "điều 12", "每12個". */
const REFERENCE_BEFORE =
  /(?:(?:^|[^\p{L}])(?:số|điều|khoản|quốc lộ|ql|tỉnh lộ|đường|nghị quyết|nghị định|quyết định|thông tư|article|no\.?|decree|resolution|highway|route|covid|tổ|quận|phường|№|mỗi|per)\s?|[第每])$/u;

/** Whether a word of reference ("มาตรา", "ទី") stands right before `at`. */
function isReferred(plain: string, at: number, language: string): boolean {
  const words = REFERENCES.get(language);
  if (words === undefined) return REFERENCE_BEFORE.test(plain.slice(Math.max(0, at - 14), at));
  const head = plain.slice(Math.max(0, at - 14), plain.charAt(at - 1) === ' ' ? at - 1 : at);
  return words.some((word) => head.endsWith(word));
}

const REFERENCES = new Map(
  Object.entries(numerals.reference).map(([language, words]) => [language, words.split('|')] as const),
);

function canStart(plain: string, at: number, language: string): boolean {
  const unit = plain.charAt(at);
  const before = plain.charAt(at - 1);
  if (/\d/.test(unit)) {
    if (/[\d]/.test(before) || (isSpacedLetter(before) && currencyAt(plain, at) === null)) return false;
    if (/[-./]/.test(before) && /[\p{L}\p{M}\d]/u.test(plain.charAt(at - 2)) && !/\s/.test(plain.charAt(at - 2))) {
      return before === '-' && /\d/.test(plain.charAt(at - 2))
        ? false
        : before === '.' && isLetter(plain.charAt(at - 2));
    }
    return !isReferred(plain, at, language);
  }
  return isLetter(unit) && !isSpacedLetter(before);
}

function currencyAt(plain: string, at: number): { unit: Unit; start: number } | null {
  return currencyBefore(plain, at, 'en');
}

function readFigure(text: string, plain: string, at: number, language: string): Figure | null {
  const fraction = readFraction(plain, at, language);
  if (fraction !== null) return fraction === 'none' ? null : build(text, plain, fraction, language);
  const number = readNumber(plain, at, language);
  if (number === null || isNumbering(plain, number.end)) return null;
  if (/[成割]/.test(plain.charAt(number.end)) && number.value <= 10)
    return build(text, plain, tenths(number), language);
  const sign = currencyBefore(plain, at, language) ?? currencyAt(plain, at);
  const widened = sign === null ? number : scaledByLetter(plain, number);
  return build(text, plain, { number: widened, unit: sign?.unit ?? null, start: sign?.start ?? at }, language);
}

/** 三号机组 and 1호기 are names, not counts. */
function isNumbering(plain: string, at: number): boolean {
  return /^(?:号|號|호기|호선|호차)/u.test(plain.slice(at, at + 2));
}

/** 三成 and 3割 are thirty percent. */
function tenths(number: ReadNumber): Reading {
  const whole = { ...number, end: number.end + 1, value: number.value * 10, step: number.step * 10, worded: false };
  return { number: whole, unit: unitAt('%', 0, 'zh')?.unit ?? null, start: number.start };
}

/** "$5m", "$2b": after a currency sign a letter is a scale. */
function scaledByLetter(plain: string, number: ReadNumber): ReadNumber {
  const letter = plain.charAt(number.end);
  const factor = letter === 'm' ? 1e6 : letter === 'b' ? 1e9 : 0;
  if (factor === 0 || isSpacedLetter(plain.charAt(number.end + 1))) return number;
  return { ...number, end: number.end + 1, value: number.value * factor, step: number.step * factor, alternate: null };
}

interface Reading {
  readonly number: ReadNumber;
  readonly unit: Unit | null;
  readonly start: number;
  /** No second number of a range follows. */
  readonly alone?: true;
}

/** 百分之七点五, its mixed form 百分之7.5, and ร้อยละ 7.5. */
function readFraction(plain: string, at: number, language: string): Reading | 'none' | null {
  const prefix = unitBefore(plain, at, language);
  if (prefix === null) return null;
  const { unit, end } = prefix;
  const whole = readNumber(plain, end, language);
  if (whole === null) return 'none';
  const point = plain.charAt(whole.end) === '点' ? readNumber(plain, whole.end + 1, language) : null;
  const number =
    point === null
      ? { ...whole, worded: false }
      : { ...whole, worded: false, end: point.end, value: whole.value + point.value / 10, step: 0.1 };
  return { number, unit, start: at };
}

function build(text: string, plain: string, reading: Reading, language: string): Figure | null {
  let number = reading.number;
  let tail = unitAfter(plain, number.end, language);
  let unit = reading.unit ?? tail.unit;
  let start = reading.start;
  let end = reading.unit !== null ? number.end : tail.end;
  let high = number;
  const second = reading.alone ? null : readRange(plain, number, tail.unit === null ? number.end : tail.end, language);
  if (second !== null) {
    const inherited = scaleOf(plain, second.number, language);
    if (tail.unit === null && number.value < inherited && second.number.value >= inherited) {
      number = { ...number, value: number.value * inherited, step: number.step * inherited };
    }
    if (second.number.value > number.value) {
      high = second.number;
      tail = unitAfter(plain, high.end, language);
      unit = reading.unit ?? tail.unit ?? unit;
      end = reading.unit !== null ? high.end : tail.end;
    }
  }
  if (unit === null) {
    const counter = counterAt(plain, high.end, language);
    unit = thingCounted(plain, start, counter !== null, language);
    end = counter ?? end;
    if (unit === null && counter === null && !stands(plain, reading.number, number.end)) return null;
  }
  const factor = unit?.factor ?? 1;
  const told = number.more === true ? 'over' : approximation(plain, start, high.end, end, language);
  const approx = number.vague ? 'vague' : (told ?? 'exact');
  if (number.worded && number.value <= 1 && unit === null) return null;
  start = Math.min(start, reading.number.start);
  return {
    start,
    end: Math.max(end, high.end),
    quote: text.slice(start, Math.max(end, high.end)),
    value: ((number.value + high.value) / 2) * factor,
    low: number.value * factor,
    high: (number.vague ? number.value * VAGUE_SPAN - 1 : high.value) * factor,
    alternate: number.alternate === null ? null : number.alternate * factor,
    step: number.step * factor,
    unit: unit?.id ?? null,
    dimension: unit?.dimension ?? null,
    approx,
    currency: unit?.dimension === 'currency' ? unit.id : null,
    percent: unit?.dimension === 'percent',
    range: high !== number,
    worded: number.worded,
    share: false,
  };
}

/** A number without a unit counts when it is written in digits and is no part of a word. */
function stands(plain: string, number: ReadNumber, end: number): boolean {
  if (number.worded) {
    const amount =
      number.value > 1 && /\bby $/.test(plain.slice(0, number.start)) && CHANGE.test(plain.slice(0, number.start));
    return (number.value >= 100 || amount) && !number.vague;
  }
  const next = plain.charAt(end);
  if (isSpacedLetter(next) || next === '/' || next === MASK) return false;
  return !/^[-–]\s?\p{L}/u.test(plain.slice(end, end + 3));
}

const FILLER: Readonly<Record<string, RegExp>> = {
  zh: /^(?:多|余|餘|以上)?(?:个|個)?/,
  ja: /^(?:余り|以上|余|超)?(?:の)?/,
  ko: /^(?:여|이상의|이상|넘는)?\s?/,
  th: /^ ?(?:กว่า|เศษ)? ?/,
  km: /^ ?(?:ជាង)? ?/,
  lo: /^ ?(?:ກວ່າ|ປາຍ)? ?/,
};
const STOP =
  /^(?:and|or|of|in|on|at|to|for|by|with|from|the|as|và|của|ở|tại|trong|so|et|ou|de|des|en|à|dans|par|sur|и|в|на|с|по|за|из|для|до)$/u;

/** Unit after a number; in languages with adjectives before nouns up to two words may stand between. */
function unitAfter(plain: string, at: number, language: string): { unit: Unit | null; end: number } {
  let from = at;
  const filler = FILLER[language]?.exec(plain.slice(at, at + 7))?.[0] ?? '';
  if (plain.charAt(from) === ' ') from += 1;
  const direct = unitAt(plain, from, language) ?? (filler !== '' ? unitAt(plain, at + filler.length, language) : null);
  if (direct !== null) return { unit: direct.unit, end: direct.end };
  if (isBrahmic(language)) return { unit: null, end: at };
  const between =
    language === 'en' || language === 'ru' || language === 'fr' ? 2 : language === 'zh' || language === 'ja' ? 0 : 1;
  for (let skipped = 0; skipped < between; skipped += 1) {
    const word = /^(?:[dl]['’])?[\p{L}-]+ /u.exec(plain.slice(from, from + 24))?.[0];
    if (word === undefined) break;
    const bare = word.trim();
    if (STOP.test(bare) && !(skipped === 0 && (bare === 'of' || bare === 'de'))) break;
    from += word.length;
    const unit = unitAt(plain, from, language);
    if (unit !== null && unit.unit.dimension !== 'duration') return { unit: unit.unit, end: unit.end };
  }
  return { unit: null, end: at };
}

const CHANGE =
  /(?:tăng|giảm|rose|grew|increased|fell|dropped|declined|up|down|jumped|passé|augmenté|baissé|вырос|увелич|сниз|сократ|增|减|降|升|上昇|減|늘|줄|증가|감소|เพิ่ม|ลด|កើន|ថយ|ເພີ່ມ|ຫຼຸດ)[^.。;]{0,30}$/u;

/** Second half of "10-12", "từ 10 đến 12", "between 10 and 12"; not of "rose from 10 to 12". */
function readRange(plain: string, first: ReadNumber, at: number, language: string): { number: ReadNumber } | null {
  if (CHANGE.test(plain.slice(Math.max(0, first.start - 44), first.start))) return null;
  const connectors = [...(numerals.range['*'] ?? []), ...(numerals.range[language] ?? [])];
  for (const from of at === first.end ? [at] : [first.end, at]) {
    const gap = plain.charAt(from) === ' ' ? 1 : 0;
    for (const connector of connectors) {
      if (!plain.startsWith(connector, from + gap)) continue;
      if (
        /^(?:và|and|et)$/.test(connector) &&
        !/(?:giữa|between|entre|từ)\s\S*\s?$/.test(plain.slice(0, first.start + 1).slice(-12))
      )
        continue;
      let next = from + gap + connector.length;
      if (isLetter(connector.charAt(0)) && !isBrahmic(language) && gap === 1 && plain.charAt(next) !== ' ') continue;
      if (plain.charAt(next) === ' ') next += 1;
      const number = /\d/.test(plain.charAt(next)) ? readNumber(plain, next, language) : null;
      if (number !== null) return { number };
    }
  }
  return null;
}

/** Scale that the second number of a range carries and the first one shares ("2-3 triệu"). */
function scaleOf(plain: string, number: ReadNumber, language: string): number {
  const digits = /^[\d.,]+/.exec(plain.slice(number.start, number.end))?.[0] ?? '';
  const bare = digits === '' ? null : readNumber(digits, 0, language);
  return bare === null || bare.value === 0 ? 1 : Math.max(1, Math.round(number.value / bare.value));
}

const BEFORE: readonly Approximation[] = ['over', 'atLeast', 'nearly', 'about', 'under'];

function approximation(
  plain: string,
  start: number,
  numberEnd: number,
  end: number,
  language: string,
): Approximation | null {
  const head = plain.slice(Math.max(0, start - 26), start).trimEnd();
  const tails = [plain.slice(numberEnd, numberEnd + 8).trimStart(), plain.slice(end, end + 10).trimStart()];
  for (const kind of [...BEFORE].sort(byLength(head, language))) {
    if (matchBefore(head, kind, language) > 0) return kind;
  }
  for (const kind of BEFORE) {
    const phrases = numerals.after[kind]?.[language] ?? [];
    if (phrases.some((phrase) => tails.some((tail) => startsWithHedge(tail, phrase)))) return kind;
  }
  return null;
}

/** In "12 คน กว่า 3 เดือน" the hedge is the next number's. */
function startsWithHedge(tail: string, phrase: string): boolean {
  return tail.startsWith(phrase) && !/^ ?\d/.test(tail.slice(phrase.length));
}

/** Longest phrase wins: "không dưới" is at least, although it ends in "dưới". */
function byLength(head: string, language: string): (a: Approximation, b: Approximation) => number {
  return (a, b) => matchBefore(head, b, language) - matchBefore(head, a, language);
}

function matchBefore(head: string, kind: Approximation, language: string): number {
  let longest = 0;
  for (const phrase of numerals.before[kind]?.[language] ?? []) {
    if (!head.endsWith(phrase) || phrase.length <= longest) continue;
    const before = head.charAt(head.length - phrase.length - 1);
    if (!isSpacedLetter(phrase.charAt(0)) || !isSpacedLetter(before)) longest = phrase.length;
  }
  return longest;
}
