import type { Queryable } from '../../connection/connection.ts';
import type { Span } from './briefing.ts';

export interface PeriodSilenceRow {
  readonly outlet: string;
  readonly url: string;
  readonly lastNewItemAt: Date | null;
  readonly alarm: string | null;
}

/** Watched sources that brought nothing new in a span, or whose alarm stands. */
export async function listPeriodSilence(db: Queryable, span: Span): Promise<readonly PeriodSilenceRow[]> {
  const { rows } = await db.query<PeriodSilenceRow>(
    `select o.name as outlet, s.url, s.last_new_item_at as "lastNewItemAt", s.alarm
     from sources s join outlets o on o.id = s.outlet_id
     where s.profile = $1 and s.enabled and not o.official and s.created_at < $3 and (s.alarm is not null or not exists (
       select from articles a where a.source_id = s.id and a.first_seen_at >= $2 and a.first_seen_at < $3))
     order by o.name, s.url`,
    [span.profile, span.from, span.to],
  );
  return rows;
}
