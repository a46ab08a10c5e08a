import { type SourceAlarm, type SourceKind, sourceAlarmSchema, sourceKindSchema } from '@lamro/domain';
import type { Queryable } from '../../connection/connection.ts';

export interface SourceRow {
  readonly id: string;
  readonly profile: string;
  readonly outlet_id: string;
  readonly outlet_official: boolean;
  readonly kind: SourceKind;
  readonly url: string;
  readonly language: string;
  readonly country: string;
  readonly enabled: boolean;
  readonly settings: unknown;
  readonly interval_seconds: number;
  readonly created_at: Date;
  readonly last_new_item_at: Date | null;
  readonly newest_item_at: Date | null;
  /** Usual seconds between two checks that brought something new; null until there were two. */
  readonly usual_gap_seconds: number | null;
  readonly consecutive_failures: number;
  /** Checks in a row that listed nothing. */
  readonly empty_checks: number;
  readonly alarm: SourceAlarm | null;
  readonly alarm_detail: string | null;
  readonly etag: string | null;
  readonly last_modified: string | null;
  readonly body_hash: string | null;
  /** Checks in a row that offered the server its validators. */
  readonly conditional_checks: number;
  /** The server repeated a validator although the listing had changed. */
  readonly validators_lie: boolean;
  readonly due: boolean;
}

/** A source with what the last check left behind, or null. */
export async function findSource(db: Queryable, id: string): Promise<SourceRow | null> {
  const { rows } = await db.query<SourceRow>(
    `select s.id, s.profile, s.outlet_id, o.official as outlet_official, s.kind, s.url, s.language, s.country, s.enabled, s.settings,
       s.interval_seconds, s.created_at, s.last_new_item_at, s.newest_item_at, s.usual_gap_seconds, s.consecutive_failures,
       s.empty_checks, s.alarm, s.alarm_detail, s.etag, s.last_modified, s.body_hash, s.conditional_checks, s.validators_lie,
       (s.next_check_at <= now() or greatest(s.created_at, s.last_checked_at) > now() + interval '1 minute') as due
     from sources s join outlets o on o.id = s.outlet_id
     where s.id = $1`,
    [id],
  );
  const row = rows[0];
  return row === undefined ? null : { ...row, kind: sourceKindSchema.parse(row.kind), alarm: readAlarm(row.alarm) };
}

/** A name that an older release used means nothing any more; the next check names what is wrong again. */
function readAlarm(name: string | null): SourceAlarm | null {
  return sourceAlarmSchema.nullable().catch(null).parse(name);
}
