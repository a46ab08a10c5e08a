import { onlyRow, type Queryable } from '../../connection/connection.ts';

export interface OutletInput {
  readonly profile: string;
  readonly name: string;
  readonly country: string;
  readonly language: string;
  readonly homeUrl: string | null;
  readonly official: boolean;
}

/** Stores an outlet under its name within the profile. @returns its id */
export async function saveOutlet(db: Queryable, outlet: OutletInput): Promise<string> {
  const result = await db.query<{ id: string }>(
    `insert into outlets (profile, name, country, language, home_url, official) values ($1, $2, $3, $4, $5, $6)
     on conflict (profile, name) do update set country = excluded.country, language = excluded.language,
       home_url = excluded.home_url, official = excluded.official
     returning id`,
    [outlet.profile, outlet.name, outlet.country, outlet.language, outlet.homeUrl, outlet.official],
  );
  return onlyRow(result, `tòa soạn ${outlet.name}`).id;
}
