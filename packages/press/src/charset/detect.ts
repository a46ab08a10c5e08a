import chardet from 'chardet';
import { isVietnameseLegacy } from './vietnamese.ts';

const SAMPLE = 64 * 1024;

/** Charsets that fill two bytes with one character, with the blocks a text in them is made of. */
const MULTIBYTE: readonly (readonly [charset: string, expected: RegExp, share: number])[] = [
  // Chinese read as Korean is half Hangul, so Korean must be nearly all of it.
  ['euc-kr', /[\uac00-\ud7a3]/g, 0.75],
  ['euc-jp', /[\u3040-\u30ff]/g, 0.3],
  ['shift_jis', /[\u3040-\u30ff]/g, 0.3],
];

/**
 * The likeliest charset of bytes that are neither UTF-8 nor declared (or not as declared); null when nothing fits.
 * chardet knows neither Thai nor Vietnamese, so those two are tried first.
 */
export function detectCharset(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, SAMPLE);
  const vietnamese = isVietnameseLegacy(sample);
  if (vietnamese !== null) return vietnamese;
  for (const [charset, expected, share] of MULTIBYTE) {
    const text = new TextDecoder(charset).decode(sample);
    const foreign = text.match(/[^\x00-\x7f]/g)?.length ?? 0;
    const broken = text.match(/\ufffd/g)?.length ?? 0;
    const own = text.match(expected)?.length ?? 0;
    if (foreign > 0 && broken / foreign < 0.01 && own / foreign > share) return charset;
  }
  if (isThai(sample)) return 'windows-874';
  for (const match of chardet.analyse(sample)) {
    const label = known(match.name);
    if (label !== null && label !== 'utf-8') return label;
  }
  return null;
}

function known(name: string): string | null {
  try {
    return new TextDecoder(name).encoding;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** TIS-620: every high byte is a Thai letter, and signs that stand above or below a consonant follow one. */
function isThai(bytes: Uint8Array): boolean {
  let high = 0;
  let signs = 0;
  let placed = 0;
  let before = 0;
  for (const byte of bytes) {
    if (byte >= 0x80) {
      if (byte < 0xa0 || (byte > 0xda && byte < 0xdf) || byte > 0xfb) return false;
      high++;
      if (byte === 0xd1 || (byte >= 0xd4 && byte <= 0xda) || (byte >= 0xe7 && byte <= 0xee)) {
        signs++;
        if ((before >= 0xa1 && before <= 0xce) || before === 0xd1 || (before >= 0xd4 && before <= 0xda)) placed++;
      }
    }
    before = byte;
  }
  return high >= 6 && signs > 0 && placed / signs > 0.9 && signs / high > 0.05;
}
