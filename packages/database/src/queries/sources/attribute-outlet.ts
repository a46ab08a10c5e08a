import { onlyRow, type Queryable } from '../../connection/connection.ts';

export interface NamedOutlet {
  readonly profile: string;
  readonly name: string;
  /** Host without `www.`, as a search names it; null where it names none. */
  readonly host: string | null;
  readonly country: string;
  readonly language: string;
}

/**
 * The outlet of an article that another party named: the one at this host, else the one of this name, else a new one. A known
 * outlet keeps what is written of it.
 */
export async function attributeOutlet(
  db: Queryable,
  outlet: NamedOutlet,
): Promise<{ readonly id: string; readonly country: string }> {
  const known = await db.query<{ id: string; country: string }>(
    `select id, country from outlets
     where profile = $1 and (name = $2 or
       regexp_replace(lower(split_part(split_part(home_url, '//', 2), '/', 1)), '^www\\.', '') = $3)
     order by official, name = $2, id limit 1`,
    [outlet.profile, outlet.name, outlet.host],
  );
  if (known.rows[0] !== undefined) return known.rows[0];
  const added = await db.query<{ id: string; country: string }>(
    `insert into outlets (profile, name, country, language, home_url) values ($1, $2, $3, $4, $5)
     on conflict (profile, name) do update set name = excluded.name
     returning id, country`,
    [
      outlet.profile,
      outlet.name,
      outlet.country,
      outlet.language,
      outlet.host === null ? null : `https://${outlet.host}/`,
    ],
  );
  return onlyRow(added, `tòa soạn ${outlet.name}`);
}
