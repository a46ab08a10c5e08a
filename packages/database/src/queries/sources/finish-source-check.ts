import type { SourceAlarm } from '@lamro/domain';
import type { Queryable } from '../../connection/connection.ts';

export interface SourceCheck {
  readonly sourceId: string;
  readonly succeeded: boolean;
  readonly foundNew: boolean;
  readonly nextCheckInSeconds: number;
  readonly intervalSeconds: number;
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** SHA-256 of the listing that was read; null keeps the old one. */
  readonly bodyHash: string | null;
  readonly conditionalChecks: number;
  readonly validatorsLie: boolean;
  readonly emptyChecks: number;
  /** Newest time that the listing names; null keeps the old one. */
  readonly newestItemAt: Date | null;
  readonly usualGapSeconds: number | null;
  readonly alarm: { readonly name: SourceAlarm; readonly detail: string } | null;
}

/** Writes what a check of a source came to and when the next one is due. */
export async function finishSourceCheck(db: Queryable, check: SourceCheck): Promise<void> {
  await db.query(
    `update sources set
       last_checked_at = now(),
       last_success_at = case when $2 then now() else last_success_at end,
       last_new_item_at = case when $3 then now() else last_new_item_at end,
       consecutive_failures = case when $2 then 0 else consecutive_failures + 1 end,
       next_check_at = now() + make_interval(secs => $4),
       interval_seconds = $5,
       etag = coalesce($6, case when $2 then null else etag end),
       last_modified = coalesce($7, case when $2 then null else last_modified end),
       body_hash = coalesce($8, body_hash),
       alarm_since = case when $9::text is null then null when alarm is distinct from $9 then now() else alarm_since end,
       alarm = $9,
       alarm_detail = $10,
       conditional_checks = $11,
       validators_lie = $12,
       empty_checks = $13,
       newest_item_at = coalesce($14, newest_item_at),
       usual_gap_seconds = $15
     where id = $1`,
    [
      check.sourceId,
      check.succeeded,
      check.foundNew,
      check.nextCheckInSeconds,
      check.intervalSeconds,
      check.etag,
      check.lastModified,
      check.bodyHash,
      check.alarm?.name ?? null,
      check.alarm?.detail ?? null,
      check.conditionalChecks,
      check.validatorsLie,
      check.emptyChecks,
      check.newestItemAt,
      check.usualGapSeconds,
    ],
  );
}
