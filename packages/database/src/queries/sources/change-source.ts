import type { SourceKind } from '@lamro/domain';
import type { Queryable } from '../../connection/connection.ts';

/** What may be changed of a source; what is absent stays. */
export interface SourceChange {
  readonly kind?: SourceKind | undefined;
  readonly url?: string | undefined;
  readonly language?: string | undefined;
  readonly country?: string | undefined;
  readonly priority?: number | undefined;
  readonly enabled?: boolean | undefined;
  readonly verified?: boolean | undefined;
  readonly settings?: Readonly<Record<string, unknown>> | undefined;
}

/**
 * Changes a source of a profile and makes it due at once; what its server told about the old listing is forgotten.
 *
 * @returns whether there is such a source
 */
export async function changeSource(
  db: Queryable,
  source: { readonly id: string; readonly profile: string },
  change: SourceChange,
): Promise<boolean> {
  const result = await db.query(
    `update sources set kind = coalesce($3, kind), url = coalesce($4, url), language = coalesce($5, language),
       country = coalesce($6, country), priority = coalesce($7, priority), enabled = coalesce($8, enabled),
       verified = coalesce($9, verified), settings = coalesce($10, settings),
       etag = null, last_modified = null, body_hash = null, conditional_checks = 0, validators_lie = false,
       consecutive_failures = 0, empty_checks = 0, alarm = null, alarm_detail = null, alarm_since = null, next_check_at = now()
     where id = $1::bigint and profile = $2`,
    [
      source.id,
      source.profile,
      change.kind ?? null,
      change.url ?? null,
      change.language ?? null,
      change.country ?? null,
      change.priority ?? null,
      change.enabled ?? null,
      change.verified ?? null,
      change.settings === undefined ? null : JSON.stringify(change.settings),
    ],
  );
  return result.rowCount === 1;
}
