import { ISLAND_NAMES } from './sovereignty.ts';

/** A name of an island or the sea that our own texts would not use, as an article writes it. */
export interface ForeignName {
  readonly found: string;
  readonly instead: string;
}

/**
 * Names in somebody else's text that touch sovereignty, each once. What another writes in its own language is no distortion and
 * no evidence: this is a note to the reader, and nothing else may rest on it.
 */
export function foreignNames(text: string): readonly ForeignName[] {
  const seen = new Set<string>();
  return ISLAND_NAMES.flatMap(({ name, beside, instead }) => {
    const found = name.exec(text)?.[0];
    if (found === undefined || beside?.test(text) === true || seen.has(found)) return [];
    seen.add(found);
    return [{ found, instead }];
  });
}
