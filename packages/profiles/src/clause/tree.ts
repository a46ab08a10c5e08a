import type { ClauseRef } from '@lamro/domain';
import { clauseLineage, shortClause } from './clause.ts';

/** Every clause of a regulation, built from its innermost ones. */
export interface ClauseTree {
  readonly leaves: readonly ClauseRef[];
  has(ref: ClauseRef): boolean;
}

/** Builds the tree; the clauses that hold a leaf belong to it too. */
export function buildClauseTree(leaves: readonly ClauseRef[]): ClauseTree {
  const known = new Set(leaves.flatMap((leaf) => clauseLineage(leaf).map(shortClause)));
  return { leaves, has: (ref) => known.has(shortClause(ref)) };
}

/** True when an entry that cites `cited` speaks of `leaf`: the leaf itself or a clause that holds it. */
export function coversClause(cited: ClauseRef, leaf: ClauseRef): boolean {
  const wanted = shortClause(cited);
  return clauseLineage(leaf).some((ref) => shortClause(ref) === wanted);
}
