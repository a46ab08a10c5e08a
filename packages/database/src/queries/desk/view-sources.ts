import type { Queryable } from '../../connection/connection.ts';

export interface SourceView {
  readonly id: string;
  readonly outletId: string;
  readonly outlet: string;
  readonly kind: string;
  readonly url: string;
  readonly language: string;
  readonly country: string;
  readonly enabled: boolean;
  readonly verified: boolean;
  /** Counts the changes that people made. */
  readonly version: number;
  readonly intervalSeconds: number;
  readonly nextCheckAt: Date;
  readonly lastCheckedAt: Date | null;
  readonly lastSuccessAt: Date | null;
  readonly lastNewItemAt: Date | null;
  readonly consecutiveFailures: number;
  readonly alarm: string | null;
  /** Vietnamese; what led to the alarm. */
  readonly alarmDetail: string | null;
  readonly alarmSince: Date | null;
  /** Articles first seen in the last thirty days. */
  readonly recentArticles: number;
}

/** Sources of a province with their health: alarms first, then by outlet. */
export async function viewSources(
  db: Queryable,
  filter: { profile: string; id: string | null; alarmedOnly: boolean; limit: number },
): Promise<readonly SourceView[]> {
  const { rows } = await db.query<SourceView>(
    `select s.id, s.outlet_id as "outletId", o.name as outlet, s.kind, s.url, s.language, s.country, s.enabled, s.verified, s.version,
       s.interval_seconds as "intervalSeconds", s.next_check_at as "nextCheckAt", s.last_checked_at as "lastCheckedAt",
       s.last_success_at as "lastSuccessAt", s.last_new_item_at as "lastNewItemAt",
       s.consecutive_failures as "consecutiveFailures", s.alarm, s.alarm_detail as "alarmDetail", s.alarm_since as "alarmSince",
       (select count(*)::int from articles a where a.source_id = s.id and a.first_seen_at >= now() - interval '30 days')
         as "recentArticles"
     from sources s join outlets o on o.id = s.outlet_id
     where s.profile = $1 and ($2::bigint is null or s.id = $2)
       and (not $3::boolean or (s.enabled and (s.alarm is not null or s.consecutive_failures > 0)))
     order by (s.alarm is null and s.consecutive_failures = 0), o.name, s.id limit $4`,
    [filter.profile, filter.id, filter.alarmedOnly, filter.limit],
  );
  return rows;
}
