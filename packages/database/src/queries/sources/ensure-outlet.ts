import { UNKNOWN_COUNTRY } from '@lamro/domain';
import { onlyRow, type Queryable } from '../../connection/connection.ts';
import type { OutletInput } from './save-outlet.ts';

/**
 * The outlet of this name, or a new one. What is written of a known one stays, but for a country that nobody knew; an official one never ceases to be it because
 * of a further source.
 *
 * @returns its id
 */
export async function ensureOutlet(db: Queryable, outlet: OutletInput): Promise<string> {
  const result = await db.query<{ id: string }>(
    `insert into outlets as known (profile, name, country, language, home_url, official) values ($1, $2, $3, $4, $5, $6)
     on conflict (profile, name) do update set home_url = coalesce(known.home_url, excluded.home_url),
       official = known.official or excluded.official,
       country = case known.country when '${UNKNOWN_COUNTRY}' then excluded.country else known.country end
     returning id`,
    [outlet.profile, outlet.name, outlet.country, outlet.language, outlet.homeUrl, outlet.official],
  );
  return onlyRow(result, `tòa soạn ${outlet.name}`).id;
}
