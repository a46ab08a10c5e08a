import type { Queryable } from '../../connection/connection.ts';

/**
 * What judging anew came to: judged for the `first` time; nothing to flag before and after (`unchanged`); a flag `raised`,
 * `kept`, `withdrawn`, or `restored` after it had been withdrawn; or only `noted`, because a person had reviewed it.
 */
export const REVISION_OUTCOMES = ['first', 'unchanged', 'raised', 'kept', 'withdrawn', 'restored', 'noted'] as const;
export type RevisionOutcome = (typeof REVISION_OUTCOMES)[number];

export interface FinishedRevision {
  readonly versionId: string;
  readonly ruleSet: string;
  readonly outcome: RevisionOutcome;
  readonly flagId: string | null;
  /** What stood before, where it was replaced. */
  readonly before: unknown;
  /** What was found, where it replaced nothing. */
  readonly found: unknown;
}

/** Closes what was asked for. Nothing happens where nobody asked: a version that is judged for the first time. */
export async function finishRevision(db: Queryable, revision: FinishedRevision): Promise<void> {
  await db.query(
    `update judgement_revisions set done_at = now(), rules_after = $2, outcome = $3, flag_id = $4, before = $5, found = $6
     where article_version_id = $1 and done_at is null`,
    [
      revision.versionId,
      revision.ruleSet,
      revision.outcome,
      revision.flagId,
      revision.before === null ? null : JSON.stringify(revision.before),
      revision.found === null ? null : JSON.stringify(revision.found),
    ],
  );
}
