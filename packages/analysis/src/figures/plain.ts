/**
 * Text of the same length in which digits and signs have one form: full-width forms and Thai, Lao and Khmer digits are
 * ASCII, all spaces are one kind, letters are lower case. Offsets into it are offsets into the source.
 */
export function plainText(source: string): string {
  let plain = '';
  for (let at = 0; at < source.length; at += 1) plain += plainUnit(source.charAt(at));
  return plain;
}

/** Zeros of the Thai, Lao and Khmer digits. */
const NATIVE_ZEROS = [0x0e50, 0x0ed0, 0x17e0];

function plainUnit(unit: string): string {
  const code = unit.charCodeAt(0);
  if (code < 0x80) return code >= 0x41 && code <= 0x5a ? unit.toLowerCase() : unit;
  if (code >= 0xff01 && code <= 0xff5e && code !== 0xff5e) return String.fromCharCode(code - 0xfee0).toLowerCase();
  const digit = NATIVE_ZEROS.find((zero) => code >= zero && code < zero + 10);
  if (digit !== undefined) return String(code - digit);
  if (code === 0xa0 || code === 0x202f || code === 0x2009 || code === 0x3000 || code === 0x2007) return ' ';
  const lower = unit.toLowerCase();
  return lower.length === 1 ? lower : unit;
}

const LETTER = /\p{L}/u;

export function isLetter(unit: string): boolean {
  return LETTER.test(unit);
}

/** Letters of scripts that put spaces between words; Han, kana, hangul, Thai, Lao and Khmer do not bind to a neighbour. */
export function isSpacedLetter(unit: string): boolean {
  return LETTER.test(unit) && !/[\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/.test(unit);
}
