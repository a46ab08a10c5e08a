import iconv from 'iconv-lite';
import { isSyllable } from '../syllable/vietnamese.ts';

export type VietnameseLegacy = 'windows-1258' | 'tcvn3' | 'viscii';

const SAMPLE = 20_000;
const WORDS = /[\p{L}\p{M}]+/gu;

/** The Vietnamese single-byte charset in which these bytes spell Vietnamese, or null. */
export function isVietnameseLegacy(bytes: Uint8Array): VietnameseLegacy | null {
  const sample = Buffer.from(visible(bytes));
  const readings: readonly [VietnameseLegacy, string][] = [
    ['windows-1258', new TextDecoder('windows-1258').decode(sample).normalize('NFC')],
    ['tcvn3', iconv.decode(sample, 'tcvn')],
    ['viscii', iconv.decode(sample, 'viscii')],
  ];
  let best: VietnameseLegacy | null = null;
  let bestShare = 0.75;
  for (const [charset, text] of readings) {
    const share = vietnameseShare(text);
    if (share > bestShare) [best, bestShare] = [charset, share];
  }
  return best;
}

/** The Vietnamese text behind TCVN3 bytes that were read as Latin-1 ("ViÖt Nam"), or null where it is not that. */
export function readsAsTcvn3(text: string): string | null {
  const sample = text.slice(0, SAMPLE);
  // The three letters that TCVN3 needs most and no Latin text puts between letters: ¸ (á), ® (đ), ¬ (ơ), µ (à).
  if ((sample.match(/[a-z][¸µ¶·¹¬®§]|[¬®][a-zµ¸]/gi) ?? []).length < 5) return null;
  const read = tcvn3FromLatin1(sample);
  return vietnameseShare(read) > 0.85 ? tcvn3FromLatin1(text) : null;
}

function tcvn3FromLatin1(text: string): string {
  return text.replace(/[\u00a0-\u00ff]/g, (c) => iconv.decode(Buffer.from([c.charCodeAt(0)]), 'tcvn')).normalize('NFC');
}

/** Share of valid Vietnamese syllables among the words that carry any non-ASCII letter; 0 when there are too few to tell. */
function vietnameseShare(text: string): number {
  const words = (text.match(WORDS) ?? []).filter((word) => /[^\x00-\x7f]/.test(word));
  if (words.length < 4) return 0;
  return words.filter(isSyllable).length / words.length;
}

/** The non-markup part of the bytes, so that scripts and attributes do not drown the words. */
function visible(bytes: Uint8Array): Uint8Array {
  const kept: number[] = [];
  let inTag = false;
  for (const byte of bytes) {
    if (byte === 0x3c) inTag = true;
    if (!inTag) kept.push(byte);
    if (byte === 0x3e && inTag) {
      inTag = false;
      kept.push(0x20);
    }
    if (kept.length >= SAMPLE) break;
  }
  return Uint8Array.from(kept);
}
