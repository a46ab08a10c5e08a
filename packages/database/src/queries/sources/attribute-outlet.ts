import { UNKNOWN_COUNTRY } from '@lamro/domain';
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
 * The outlet of an article that another party named: the one at this host, else the one of this name, else a paper at the host that
 * this one is a part of (`m.bao.vn` is `bao.vn`), else a new one. A known outlet keeps what is written of it, but for a country that
 * nobody knew.
 */
export async function attributeOutlet(
  db: Queryable,
  outlet: NamedOutlet,
): Promise<{ readonly id: string; readonly country: string }> {
  const known = await db.query<{ id: string; country: string }>(
    `with hosted as (
       select id, country, name, official,
         regexp_replace(lower(split_part(split_part(home_url, '//', 2), '/', 1)), '^www\\.', '') as host
       from outlets where profile = $1
     )
     select id, country from hosted
     where name = $2 or host = $3 or (not official and host like '%.%' and right($3, length(host) + 1) = '.' || host)
     order by official, host is distinct from $3, name <> $2, length(host) desc, id limit 1`,
    [outlet.profile, outlet.name, outlet.host],
  );
  const [before] = known.rows;
  if (before !== undefined && (before.country !== UNKNOWN_COUNTRY || outlet.country === UNKNOWN_COUNTRY)) return before;
  if (before !== undefined) {
    await db.query('update outlets set country = $2 where id = $1', [before.id, outlet.country]);
    return { id: before.id, country: outlet.country };
  }
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
