import type { Queryable } from '../../connection/connection.ts';

export interface AgencyRow {
  readonly id: string;
  readonly name: string;
  readonly inForce: boolean;
}

/** Stores the agencies of a profile. One that left the profile stays, no longer in force: accounts and cases name it. */
export async function saveAgencies(db: Queryable, profile: string, agencies: readonly AgencyRow[]): Promise<void> {
  await db.query(
    `with given as (
       select * from unnest($2::text[], $3::text[], $4::boolean[]) as row (id, name, in_force)
     ), gone as (
       update agencies set in_force = false where profile = $1 and id not in (select id from given)
     )
     insert into agencies (profile, id, name, in_force) select $1, id, name, in_force from given
     on conflict (profile, id) do update set name = excluded.name, in_force = excluded.in_force`,
    [
      profile,
      agencies.map((agency) => agency.id),
      agencies.map((agency) => agency.name),
      agencies.map((agency) => agency.inForce),
    ],
  );
}
