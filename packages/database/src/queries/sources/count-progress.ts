import type { Queryable } from '../../connection/connection.ts';

export interface Progress {
  readonly sources: number;
  readonly checked: number;
  readonly articles: number;
  readonly fetched: number;
  readonly judged: number;
  readonly relevant: number;
  readonly flags: number;
}

/** Counts for the progress line of a profile. */
export async function countProgress(db: Queryable, profile: string): Promise<Progress> {
  const { rows } = await db.query<Record<keyof Progress, string>>(
    `select
       (select count(*) from sources where profile = $1 and enabled) as sources,
       (select count(*) from sources where profile = $1 and enabled and last_success_at is not null) as checked,
       (select count(*) from articles where profile = $1) as articles,
       (select count(*) from articles where profile = $1 and state = 'fetched') as fetched,
       (select count(*) from article_versions where profile = $1 and judged_at is not null) as judged,
       (select count(distinct article_id) from judgements where profile = $1 and relevant) as relevant,
       (select count(*) from flags where profile = $1) as flags`,
    [profile],
  );
  const row = rows[0];
  const count = (name: keyof Progress) => Number(row?.[name] ?? 0);
  return {
    sources: count('sources'),
    checked: count('checked'),
    articles: count('articles'),
    fetched: count('fetched'),
    judged: count('judged'),
    relevant: count('relevant'),
    flags: count('flags'),
  };
}
