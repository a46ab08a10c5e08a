import type { Origin, Route } from '@lamro/domain';
import { onlyRow, type Queryable } from '../../connection/connection.ts';

export interface NewCase {
  readonly profile: string;
  readonly number: string;
  readonly title: string;
  readonly storyId: string | null;
  readonly origin: Origin;
  readonly route: Route;
  readonly openedBy: string;
  readonly at: Date;
}

/** Writes a case in state `drafted`, version 1, with the route's agencies, and returns its id. */
export async function insertCase(db: Queryable, row: NewCase): Promise<string> {
  const result = await db.query<{ id: string }>(
    `insert into cases (profile, number, title, story_id, origin, route, lead_agency, dossier_agency, opened_by, opened_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning id`,
    [
      row.profile,
      row.number,
      row.title,
      row.storyId,
      row.origin,
      JSON.stringify(row.route),
      row.route.lead,
      row.route.dossier,
      row.openedBy,
      row.at,
    ],
  );
  return onlyRow(result, 'hồ sơ vừa lập').id;
}
