import type { Queryable } from '../../connection/connection.ts';

export interface StruckCount {
  readonly kind: string;
  /** Signals of flags that a person has reviewed. */
  readonly reviewed: number;
  readonly struck: number;
}

/** How often reviewers struck signals, by kind. */
export async function countStruckSignals(db: Queryable, profile: string, since: Date): Promise<readonly StruckCount[]> {
  const { rows } = await db.query<StruckCount>(
    `select s.kind, count(*)::int as reviewed, count(*) filter (where s.struck_at is not null)::int as struck
     from signals s join flags f on f.article_version_id = s.article_version_id
     where s.profile = $1 and f.opened_at >= $2 and exists (select 1 from reviews r where r.flag_id = f.id)
     group by s.kind order by reviewed desc, s.kind`,
    [profile, since],
  );
  return rows;
}
