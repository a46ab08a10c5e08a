import { onlyRow, type Queryable } from '../../connection/connection.ts';

export interface NewBriefing {
  readonly profile: string;
  readonly from: Date;
  readonly to: Date;
  readonly label: string;
  readonly content: unknown;
  readonly createdBy: string;
  readonly at: Date;
}

/** Stores a draft as the next edition of its label and returns its id with that edition. */
export async function insertBriefing(db: Queryable, draft: NewBriefing): Promise<{ id: string; edition: number }> {
  const result = await db.query<{ id: string; edition: number }>(
    `insert into briefings (profile, period_from, period_to, label, edition, content, created_by, created_at, updated_at)
     values ($1, $2, $3, $4, (select coalesce(max(edition), 0) + 1 from briefings where profile = $1 and label = $4), $5, $6, $7, $7)
     returning id, edition`,
    [draft.profile, draft.from, draft.to, draft.label, JSON.stringify(draft.content), draft.createdBy, draft.at],
  );
  return onlyRow(result, 'bản tin vừa lập');
}
