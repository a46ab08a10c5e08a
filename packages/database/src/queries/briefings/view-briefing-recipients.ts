import type { Queryable } from '../../connection/connection.ts';

export interface BriefingRecipientView {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly addedAt: Date;
}

/** Institutions that get each issued briefing, by name. */
export async function viewBriefingRecipients(
  db: Queryable,
  profile: string,
): Promise<readonly BriefingRecipientView[]> {
  const { rows } = await db.query<BriefingRecipientView>(
    `select id, name, address, added_at as "addedAt" from briefing_recipients
     where profile = $1 and removed_at is null order by name, id`,
    [profile],
  );
  return rows;
}
