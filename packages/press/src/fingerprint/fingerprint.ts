import { createHash } from 'node:crypto';

export interface Fingerprint {
  /** SHA-256 (hex) of the normalised text: equal means the same words in the same order. */
  readonly contentHash: string;
  /** 64-bit SimHash of word shingles, 16 hex digits: few differing bits mean near copies. */
  readonly simhash: string;
  /** MinHash of word shingles, one unsigned 32-bit number per seed: the share of equal ones estimates the Jaccard overlap. */
  readonly minhash: readonly number[];
}

const SHINGLE = 4;
const SEEDS = 64;
const WORDS = /[\p{L}\p{M}\p{N}]+/gu;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;

/** Fingerprints a text for finding equal and nearly equal copies; case, punctuation, spacing and Unicode form do not count. */
export function fingerprint(text: string): Fingerprint {
  const words = tokensOf(text);
  const hashes = shinglesOf(words).map(hash32);
  return {
    contentHash: createHash('sha256').update(words.join(' ')).digest('hex'),
    simhash: simhashOf(hashes),
    minhash: minhashOf(hashes),
  };
}

/** Estimated share of four-word runs that two texts have in common, 0 to 1. */
export function overlap(a: Fingerprint, b: Fingerprint): number {
  if (a.contentHash === b.contentHash) return 1;
  if (a.minhash.length === 0 || a.minhash.length !== b.minhash.length) return 0;
  return a.minhash.filter((value, index) => value === b.minhash[index]).length / a.minhash.length;
}

/** Number of bits in which two SimHashes differ, 0 to 64. */
export function simhashDistance(a: string, b: string): number {
  let different = BigInt(`0x${a}`) ^ BigInt(`0x${b}`);
  let bits = 0;
  for (; different > 0n; different &= different - 1n) bits++;
  return bits;
}

/** Words, folded; scripts without spaces count each character as one. */
function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  for (const word of text.normalize('NFKC').toLowerCase().match(WORDS) ?? []) {
    if (UNSPACED.test(word)) tokens.push(...word);
    else tokens.push(word);
  }
  return tokens;
}

function shinglesOf(words: readonly string[]): string[] {
  if (words.length <= SHINGLE) return words.length === 0 ? [] : [words.join(' ')];
  const shingles = new Set<string>();
  for (let index = 0; index + SHINGLE <= words.length; index++)
    shingles.add(words.slice(index, index + SHINGLE).join(' '));
  return [...shingles];
}

/** FNV-1a, finished with the avalanche of MurmurHash3. */
function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return mix(hash);
}

function mix(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function minhashOf(hashes: readonly number[]): number[] {
  if (hashes.length === 0) return [];
  const least = new Uint32Array(SEEDS).fill(0xffffffff);
  for (const hash of hashes) {
    for (let seed = 0; seed < SEEDS; seed++) {
      const value = mix(hash ^ Math.imul(seed + 1, 0x9e3779b1));
      if (value < (least[seed] ?? 0)) least[seed] = value;
    }
  }
  return [...least];
}

function simhashOf(hashes: readonly number[]): string {
  const weights = new Int32Array(64);
  for (const hash of hashes) {
    const other = mix(hash ^ 0x5bd1e995);
    for (let bit = 0; bit < 32; bit++) {
      weights[bit] = (weights[bit] ?? 0) + ((hash >>> bit) & 1 ? 1 : -1);
      weights[bit + 32] = (weights[bit + 32] ?? 0) + ((other >>> bit) & 1 ? 1 : -1);
    }
  }
  let value = 0n;
  weights.forEach((weight, bit) => {
    if (weight > 0) value |= 1n << BigInt(bit);
  });
  return value.toString(16).padStart(16, '0');
}
