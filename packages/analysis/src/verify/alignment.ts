import type { Token } from './tokens.ts';

/** A run of equal tokens in claim and passage. */
export interface Tile {
  readonly claim: number;
  readonly passage: number;
  readonly length: number;
}

/** Stretch of the claim that the passage lacks, and what the passage has in its place; ends exclusive. */
export interface Gap {
  readonly claimFrom: number;
  readonly claimTo: number;
  readonly passageFrom: number;
  readonly passageTo: number;
}

export interface Alignment {
  readonly tiles: readonly Tile[];
  /** For each claim token the passage token it is matched with, or -1. */
  readonly matched: readonly number[];
  readonly gaps: readonly Gap[];
}

/** A passage gap longer than this is another matter, not a substitution. */
const MOST_GAP = 9;

/**
 * Aligns claim and passage by greedy string tiling (Wise 1993): longest common runs first, each token used once, so that
 * clauses may change places. Runs of one token count only for numbers, names and content words.
 */
export function align(claim: readonly Token[], passage: readonly Token[]): Alignment {
  const matched = new Array<number>(claim.length).fill(-1);
  const used = new Array<boolean>(passage.length).fill(false);
  const tiles: Tile[] = [];
  for (;;) {
    const tile = longestTile(claim, passage, matched, used);
    if (tile === null) break;
    tiles.push(tile);
    for (let step = 0; step < tile.length; step += 1) {
      matched[tile.claim + step] = tile.passage + step;
      used[tile.passage + step] = true;
    }
  }
  tiles.sort((a, b) => a.claim - b.claim);
  return { tiles, matched, gaps: gapsBetween(tiles, claim.length, passage.length) };
}

function longestTile(
  claim: readonly Token[],
  passage: readonly Token[],
  matched: readonly number[],
  used: readonly boolean[],
): Tile | null {
  let best: Tile | null = null;
  for (let left = 0; left < claim.length; left += 1) {
    for (let right = 0; right < passage.length; right += 1) {
      let length = 0;
      while (sameFree(claim, passage, matched, used, left + length, right + length)) length += 1;
      if (length === 0 || (length === 1 && claim[left]?.stop === true)) continue;
      const better =
        best === null ||
        length > best.length ||
        (length === best.length && distance(matched, left, right) < distance(matched, best.claim, best.passage));
      if (better) best = { claim: left, passage: right, length };
    }
  }
  return best;
}

function sameFree(
  claim: readonly Token[],
  passage: readonly Token[],
  matched: readonly number[],
  used: readonly boolean[],
  left: number,
  right: number,
): boolean {
  const mine = claim[left];
  const theirs = passage[right];
  if (mine === undefined || theirs === undefined) return false;
  return matched[left] === -1 && used[right] !== true && mine.form === theirs.form;
}

/** How far a match would lie from the matches around it. */
function distance(matched: readonly number[], left: number, right: number): number {
  for (let step = 1; step < matched.length; step += 1) {
    const before = matched[left - step] ?? -1;
    if (before >= 0) return Math.abs(right - before - step);
    const after = matched[left + step] ?? -1;
    if (after >= 0) return Math.abs(after - right - step);
  }
  return 0;
}

function gapsBetween(tiles: readonly Tile[], claimLength: number, passageLength: number): Gap[] {
  const gaps: Gap[] = [];
  for (let index = 0; index <= tiles.length; index += 1) {
    const before = tiles[index - 1];
    const after = tiles[index];
    const claimFrom = before === undefined ? 0 : before.claim + before.length;
    const claimTo = after?.claim ?? claimLength;
    const passageFrom =
      before === undefined
        ? Math.max(0, (after?.passage ?? 0) - (claimTo - claimFrom) - 1)
        : before.passage + before.length;
    const passageTo = after?.passage ?? Math.min(passageLength, passageFrom + (claimTo - claimFrom) + 1);
    const follows = passageTo >= passageFrom && passageTo - passageFrom <= MOST_GAP;
    if (claimTo > claimFrom || (follows && passageTo > passageFrom && before !== undefined && after !== undefined)) {
      gaps.push({ claimFrom, claimTo, passageFrom, passageTo: follows ? passageTo : passageFrom });
    }
  }
  return gaps;
}
