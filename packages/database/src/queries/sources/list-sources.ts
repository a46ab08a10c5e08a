import type { Queryable } from '../../connection/connection.ts';

export interface ListedSource {
  readonly id: string;
  readonly outlet: string;
  readonly homeUrl: string | null;
  readonly kind: string;
  readonly url: string;
  readonly language: string;
  readonly country: string;
}

/** The sources of a profile as a subscription list needs them, by outlet. */
export async function listSources(db: Queryable, profile: string): Promise<readonly ListedSource[]> {
  const { rows } = await db.query<ListedSource>(
    `select s.id, o.name as outlet, o.home_url as "homeUrl", s.kind, s.url, s.language, s.country
     from sources s join outlets o on o.id = s.outlet_id
     where s.profile = $1 order by o.name, s.id`,
    [profile],
  );
  return rows;
}
