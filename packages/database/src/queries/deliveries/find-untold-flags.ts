import type { Queryable } from '../../connection/connection.ts';

export interface UntoldFlag {
  readonly id: string;
  readonly profile: string;
  readonly title: string;
  readonly outlet: string;
  readonly origin: 'domestic' | 'foreign';
  readonly sectors: unknown;
}

/** Locks flags that nobody was told of yet, the oldest first, and takes them as told. */
export async function findUntoldFlags(db: Queryable, at: Date, limit: number): Promise<readonly UntoldFlag[]> {
  const { rows } = await db.query<UntoldFlag>(
    `with taken as (
       update flags set told_at = $1 where id in (
         select id from flags where told_at is null and state <> 'withdrawn' order by id limit $2 for update skip locked)
       returning id, profile, article_id, article_version_id)
     select t.id, t.profile, v.title, o.name as outlet, a.origin, coalesce(j.sectors, '[]') as sectors
     from taken t join articles a on a.id = t.article_id join outlets o on o.id = a.outlet_id
     join article_versions v on v.id = t.article_version_id
     left join judgements j on j.article_version_id = t.article_version_id order by t.id`,
    [at, limit],
  );
  return rows;
}
