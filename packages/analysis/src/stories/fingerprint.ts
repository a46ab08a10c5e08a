import { hash32, mix32 } from '../text/hash.ts';

/** Number of minima kept per text, and how many of them form one band. */
export const SIGNATURE_LENGTH = 32;
const BAND_ROWS = 2;
const SHINGLE = 4;

const SEEDS = Uint32Array.from({ length: SIGNATURE_LENGTH }, (_, at) => mix32(at + 1));

/**
 * Minhash signature of the word shingles of a text (Broder 1997): the share of equal positions of two signatures estimates
 * how many shingles the texts have in common. Texts of fewer words than a shingle give one shingle of all of them.
 */
export function signatureOf(words: readonly string[]): Uint32Array {
  const signature = new Uint32Array(SIGNATURE_LENGTH).fill(0xffffffff);
  const last = Math.max(0, words.length - SHINGLE);
  for (let at = 0; at <= last; at += 1) {
    const shingle = hash32(words.slice(at, at + SHINGLE).join(' '));
    for (let row = 0; row < SIGNATURE_LENGTH; row += 1) {
      const value = mix32(shingle ^ (SEEDS[row] ?? 0));
      if (value < (signature[row] ?? 0)) signature[row] = value;
    }
  }
  return signature;
}

/** Estimated share of shingles that two texts have in common, 0 to 1. */
export function resemblance(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let equal = 0;
  for (let row = 0; row < SIGNATURE_LENGTH; row += 1) if (a[row] === b[row]) equal += 1;
  return equal / SIGNATURE_LENGTH;
}

/** Keys under which near-copies meet: texts that share half their shingles share a band with probability 0.99. */
export function bandsOf(signature: ArrayLike<number>): number[] {
  const bands: number[] = [];
  for (let row = 0; row < SIGNATURE_LENGTH; row += BAND_ROWS) {
    let key = mix32(row + 0x5bd1e995);
    for (let step = 0; step < BAND_ROWS; step += 1) key = mix32(key ^ (signature[row + step] ?? 0));
    bands.push(key);
  }
  return bands;
}
