import { hash32, mix32 } from '../text/hash.ts';
import type { StoryFeatures } from './features.ts';
import { bandsOf } from './fingerprint.ts';
import type { Rarity } from './statistics.ts';

const TERM_KEYS = 14;
const NAME_KEYS = 6;
const NUMBER_KEYS = 6;

/**
 * Keys (unsigned 32-bit) under which an article can be found again by another of its story: near-copy bands, its rarest
 * terms and names, its figures, and pairs of place and notion for other languages. Two articles of one story share at least
 * one with high probability. A database keeps them as an array column under a GIN index and asks for overlap within a window
 * of days.
 */
export function candidateKeys(features: StoryFeatures, rarity: Rarity): number[] {
  const rarest = [...features.terms]
    .map(([term, weight]) => ({ term, value: weight * rarity.weight(term) }))
    .sort((a, b) => b.value - a.value)
    .slice(0, TERM_KEYS)
    .map(({ term }) => tagged('t', term));
  const names = [...features.names]
    .sort((a, b) => rarity.weight(b) - rarity.weight(a))
    .slice(0, NAME_KEYS)
    .map((name) => tagged('n', name));
  const numbers = features.numbers.slice(0, NUMBER_KEYS).map((value) => hash32(`#${value}`));
  return [...new Set([...bandsOf(features.signature), ...rarest, ...names, ...numbers, ...bridges(features)])];
}

function tagged(tag: string, hash: number): number {
  return mix32(hash ^ hash32(tag));
}

/** Place and notion together: "floods in Cao Bằng" meets in every language. */
function bridges(features: StoryFeatures): number[] {
  return features.places
    .slice(0, 3)
    .flatMap((place) => features.concepts.slice(0, 8).map((concept) => hash32(`${place}&${concept}`)));
}

const PLANE_BANDS = 12;
const PLANE_BITS = 12;

/**
 * Keys under which embeddings of like direction meet (random hyperplanes, Charikar 2002): two vectors with cosine 0.95 share
 * at least one with a probability of about 0.98, unrelated ones seldom do.
 */
export function embeddingKeys(embedding: Float32Array): number[] {
  return Array.from({ length: PLANE_BANDS }, (_, band) => {
    let bits = 0;
    for (let bit = 0; bit < PLANE_BITS; bit += 1) {
      bits = (bits << 1) | (projection(embedding, band * PLANE_BITS + bit) > 0 ? 1 : 0);
    }
    return hash32(`~${band}.${bits}`);
  });
}

/** Dot product with a plane of pseudo-random signs. */
function projection(embedding: Float32Array, plane: number): number {
  let sum = 0;
  for (let at = 0; at < embedding.length; at += 1) {
    const value = embedding[at] ?? 0;
    sum += mix32(plane * 0x9e3779b1 + at) & 1 ? value : -value;
  }
  return sum;
}
