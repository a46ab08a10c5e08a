/**
 * A repeatable source of numbers in [0, 1) for one seed and one purpose (mulberry32 over an FNV-1a hash).
 * The same seed and purpose always give the same sequence, whatever else was drawn before.
 */
export function randomFor(seed: number, purpose: string): () => number {
  let state = (fnv1a(`${seed}:${purpose}`) || 1) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** 32-bit FNV-1a hash of a text, as an unsigned integer. */
export function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}
