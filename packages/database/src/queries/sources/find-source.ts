import type { Queryable } from '../../connection/connection.ts';

export interface SourceRow {
  readonly id: string;
  readonly profile: string;
  readonly outlet_id: string;
  readonly outlet_official: boolean;
  readonly kind: string;
  readonly url: string;
  readonly language: string;
  readonly country: string;
  readonly enabled: boolean;
  readonly settings: unknown;
  readonly interval_seconds: number;
  readonly last_new_item_at: Date | null;
  readonly consecutive_failures: number;
  readonly etag: string | null;
  readonly last_modified: string | null;
  readonly body_hash: string | null;
  readonly due: boolean;
}

/** A source with what the last check left behind, or null. */
export async function findSource(db: Queryable, id: string): Promise<SourceRow | null> {
  const { rows } = await db.query<SourceRow>(
    `select s.id, s.profile, s.outlet_id, o.official as outlet_official, s.kind, s.url, s.language, s.country, s.enabled, s.settings,
       s.interval_seconds, s.last_new_item_at, s.consecutive_failures, s.etag, s.last_modified, s.body_hash, s.next_check_at <= now() as due
     from sources s join outlets o on o.id = s.outlet_id
     where s.id = $1`,
    [id],
  );
  return rows[0] ?? null;
}
