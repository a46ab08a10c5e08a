import { sha256 } from '../event/chain.ts';

/** The newest event of a case, as a leaf. */
export interface CaseHead {
  readonly caseId: string;
  readonly seq: number;
  readonly hash: string;
}

/** Root of a province that has no case yet. */
export const EMPTY_ROOT = sha256('lamro:no-cases');

/**
 * Merkle root (SHA-256, lower-case hex) over case heads in order of case id. Leaves and inner nodes are hashed under different
 * prefixes, as in RFC 6962 section 2.1, so that no inner node passes for a leaf; an odd node goes up alone.
 */
export function merkleRoot(heads: readonly CaseHead[]): string {
  const ordered = [...heads].sort((a, b) => compareIds(a.caseId, b.caseId));
  let level = ordered.map((head) => sha256(`leaf:${head.caseId}:${head.seq}:${head.hash}`));
  if (level.length === 0) return EMPTY_ROOT;
  while (level.length > 1) level = raise(level);
  return level[0] ?? EMPTY_ROOT;
}

function raise(level: readonly string[]): string[] {
  const above: string[] = [];
  for (let index = 0; index < level.length; index += 2) {
    const [left = '', right] = level.slice(index, index + 2);
    above.push(right === undefined ? left : sha256(`node:${left}:${right}`));
  }
  return above;
}

/** Ids are decimal numbers of any length, and no two are the same. */
function compareIds(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : 1);
}
