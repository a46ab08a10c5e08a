import { onlyRow, type Queryable } from '../../connection/connection.ts';

export interface EventRoot {
  readonly profile: string;
  /** Local day in Vietnam, `2026-11-22`. */
  readonly day: string;
  readonly root: string;
  readonly cases: number;
}

/** Writes a day's root once; returns the one that stands. */
export async function insertEventRoot(db: Queryable, row: EventRoot): Promise<EventRoot> {
  await db.query(
    'insert into event_roots (profile, day, root, cases) values ($1, $2, $3, $4) on conflict (profile, day) do nothing',
    [row.profile, row.day, row.root, row.cases],
  );
  const standing = await db.query<EventRoot>(
    'select profile, day::text, root, cases from event_roots where profile = $1 and day = $2',
    [row.profile, row.day],
  );
  return onlyRow(standing, `gốc của ngày ${row.day}`);
}
