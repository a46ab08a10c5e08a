import { isAscii, isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { declaredCharsets } from './declared.ts';
import { detectCharset } from './detect.ts';
import { isVietnameseLegacy, readsAsTcvn3 } from './vietnamese.ts';

/** How the charset became known. */
export type CharsetReason =
  | 'bom'
  | 'header'
  | 'declaration'
  | 'meta'
  | 'valid-utf8'
  | 'detected'
  | 'tcvn3'
  | 'fallback';

export interface DecodedBody {
  /** The text without byte-order mark and NUL; NFC for the Vietnamese legacy charsets, else as decoded. */
  readonly text: string;
  /** Lower-case WHATWG label, or `tcvn3`, `viscii`. */
  readonly charset: string;
  readonly why: CharsetReason;
}

/** Share of replacement characters up to which a declared charset is believed. */
const TOLERATED_DAMAGE = 0.01;

/**
 * Turns a response body into text: byte-order mark, then valid UTF-8 whatever was declared (mislabelled pages are common
 * and no other charset yields valid multi-byte UTF-8 by accident), then header, XML declaration and meta where the bytes
 * bear them out, then detection. Never throws; a body nobody can read comes back with replacement characters.
 *
 * @param contentType the response's Content-Type header
 */
export function decodeBody(bytes: Uint8Array, contentType?: string | null): DecodedBody {
  const marked = byteOrderMark(bytes);
  if (marked !== null) return finish(bytes.subarray(marked.length), marked.charset, 'bom');
  const [declared, ...others] = declaredCharsets(bytes, contentType);
  if (declared !== undefined && STATEFUL.has(declared.charset)) return finish(bytes, declared.charset, declared.why);
  const wide = unmarkedUtf16(bytes);
  if (wide !== null) return finish(bytes, wide, 'detected');
  if (isAscii(bytes)) return finish(bytes, 'utf-8', declared?.charset === 'utf-8' ? declared.why : 'valid-utf8');
  if (isMostlyUtf8(bytes)) {
    const why = declared?.charset === 'utf-8' ? declared.why : 'valid-utf8';
    return repairTcvn3(finish(bytes, 'utf-8', why));
  }
  for (const each of declared === undefined ? [] : [declared, ...others]) {
    if (each.charset === 'utf-8') continue;
    const decoded = finish(bytes, each.charset, each.why);
    if (damage(decoded.text) <= TOLERATED_DAMAGE && !isMojibake(decoded)) return betterVietnamese(bytes, decoded);
  }
  const guess = detectCharset(bytes);
  if (guess !== null) return betterVietnamese(bytes, finish(bytes, guess, 'detected'));
  return finish(bytes, declared?.charset ?? 'windows-1252', 'fallback');
}

const STATEFUL = new Set(['iso-2022-jp', 'utf-16le', 'utf-16be']);

/** Servers say Latin-1 by default; Western text has no runs of high bytes, text in any other script is made of them. */
function isMojibake(decoded: DecodedBody): boolean {
  if (decoded.charset !== 'windows-1252') return false;
  const sample = decoded.text.slice(0, 50_000);
  const high = sample.match(/[\u0080-\uffff]/g)?.length ?? 0;
  const paired = sample.match(/[\u0080-\uffff]{4,}/g)?.reduce((sum, run) => sum + run.length, 0) ?? 0;
  return high >= 8 && paired / high > 0.5;
}

/** Latin-1 labels were what TCVN3, VISCII and windows-1258 pages carried when browsers knew no better. */
function betterVietnamese(bytes: Uint8Array, decoded: DecodedBody): DecodedBody {
  if (
    !/^(?:windows-1252|iso-8859-1|x-user-defined|us-ascii|windows-1250|iso-8859-2|windows-1254)$/.test(decoded.charset)
  )
    return decoded;
  const legacy = isVietnameseLegacy(bytes);
  return legacy === null ? decoded : finish(bytes, legacy, legacy === 'tcvn3' ? 'tcvn3' : 'detected');
}

/** A TCVN3 page that somebody transcoded from "Latin-1" to UTF-8. */
function repairTcvn3(decoded: DecodedBody): DecodedBody {
  const text = readsAsTcvn3(decoded.text);
  return text === null ? decoded : { text, charset: 'tcvn3', why: 'tcvn3' };
}

function finish(bytes: Uint8Array, charset: string, why: CharsetReason): DecodedBody {
  const text = decodeAs(bytes, charset).replaceAll('\u0000', '');
  const nfc = charset === 'windows-1258' || charset === 'tcvn3' || charset === 'viscii' ? text.normalize('NFC') : text;
  return { text: nfc, charset, why };
}

/**
 * Charsets whose tables in the runtime are missing or smaller than what pages use: Big5 is sent with the Hong Kong
 * supplement (there is "ê" in it), EUC-KR with the syllables of code page 949.
 */
const BY_ICONV: Readonly<Record<string, string>> = {
  tcvn3: 'tcvn',
  viscii: 'viscii',
  'utf-32le': 'utf-32le',
  'utf-32be': 'utf-32be',
  big5: 'big5-hkscs',
  'euc-kr': 'cp949',
};

function decodeAs(bytes: Uint8Array, charset: string): string {
  const name = BY_ICONV[charset];
  if (name !== undefined) return iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), name);
  return new TextDecoder(charset, { ignoreBOM: false }).decode(bytes);
}

function byteOrderMark(bytes: Uint8Array): { charset: string; length: number } | null {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { charset: 'utf-8', length: 3 };
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return { charset: 'utf-32le', length: 4 };
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return { charset: 'utf-32be', length: 4 };
  if (a === 0xff && b === 0xfe) return { charset: 'utf-16le', length: 2 };
  if (a === 0xfe && b === 0xff) return { charset: 'utf-16be', length: 2 };
  return null;
}

/** UTF-16 without its mark shows as markup with every other byte zero. */
function unmarkedUtf16(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, 512);
  if (sample.length < 8) return null;
  let even = 0;
  let odd = 0;
  for (let index = 0; index < sample.length; index++) {
    if (sample[index] !== 0) continue;
    if (index % 2 === 0) even++;
    else odd++;
  }
  const half = sample.length / 2;
  if (odd > half * 0.4 && even < half * 0.05) return 'utf-16le';
  if (even > half * 0.4 && odd < half * 0.05) return 'utf-16be';
  return null;
}

/** Valid UTF-8, also when cut in the middle of a character or spoiled by a stray byte here and there. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  if (isUtf8(bytes)) return true;
  for (let cut = 1; cut <= 3; cut++) if (isUtf8(bytes.subarray(0, bytes.length - cut))) return true;
  const text = new TextDecoder('utf-8').decode(bytes);
  let foreign = 0;
  let broken = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 0xfffd) broken++;
    else if (code > 0x7f) foreign++;
  }
  return foreign > 20 && broken / foreign < 0.05;
}

/** Share of replacement characters among the non-ASCII ones. */
function damage(text: string): number {
  let foreign = 0;
  let broken = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code > 0x7f) foreign++;
    if (code === 0xfffd) broken++;
  }
  return foreign === 0 ? 0 : broken / foreign;
}
