import type { Queryable } from '../../connection/connection.ts';

export interface Backlog {
  readonly stage: 'check-source' | 'fetch-article' | 'judge-version' | 'recheck-article' | 'deliver';
  /** Rows that are due and unfinished, counted up to 100,000. */
  readonly items: number;
  /** How long the oldest of them has been due; 0 when none is. */
  readonly oldestSeconds: number;
}

const MOST = 100_000;

/** What the ledger says is due and unfinished, by stage: the truth behind the queues. Each part reads a partial index. */
export async function measureBacklog(db: Queryable): Promise<readonly Backlog[]> {
  const { rows } = await db.query<Backlog>(
    `with due as (
       (select 'check-source' as stage, next_check_at as at from sources
        where enabled and kind <> 'intake' and next_check_at <= now() limit $1)
       union all
       (select 'fetch-article', next_attempt_at from articles
        where state = 'discovered' and next_attempt_at <= now() order by next_attempt_at limit $1)
       union all
       (select 'judge-version', coalesce(judge_asked_at, created_at) from article_versions
        where judged_at is null and quarantined_at is null order by coalesce(judge_asked_at, created_at) limit $1)
       union all
       (select 'recheck-article', due_at from outlet_checks
        where state = 'waiting' and checked_at is null and due_at <= now() order by due_at limit $1)
       union all
       (select 'deliver', next_attempt_at from deliveries
        where state = 'waiting' and next_attempt_at <= now() order by next_attempt_at limit $1)
     )
     select stages.stage, count(due.at)::int as items,
       coalesce(extract(epoch from now() - min(due.at)), 0)::float as "oldestSeconds"
     from unnest(array['check-source', 'fetch-article', 'judge-version', 'recheck-article', 'deliver']) as stages (stage)
     left join due on due.stage = stages.stage group by stages.stage`,
    [MOST],
  );
  return rows;
}
