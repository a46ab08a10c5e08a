import type { Queryable } from '../../connection/connection.ts';

export interface NewBriefingRecipient {
  readonly profile: string;
  readonly name: string;
  readonly address: string;
  readonly addedBy: string;
  readonly at: Date;
}

/** Puts an institution on the list; returns its id, or null where the address is on it already. */
export async function insertBriefingRecipient(db: Queryable, row: NewBriefingRecipient): Promise<string | null> {
  const { rows } = await db.query<{ id: string }>(
    `insert into briefing_recipients (profile, name, address, added_by, added_at) values ($1, $2, $3, $4, $5)
     on conflict (profile, lower(address)) where removed_at is null do nothing returning id`,
    [row.profile, row.name, row.address, row.addedBy, row.at],
  );
  return rows[0]?.id ?? null;
}
