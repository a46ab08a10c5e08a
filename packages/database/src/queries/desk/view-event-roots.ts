import type { Queryable } from '../../connection/connection.ts';

export interface EventRootView {
  readonly day: string;
  readonly root: string;
  readonly cases: number;
}

/** The latest daily roots over all case chains of a province. */
export async function viewEventRoots(db: Queryable, profile: string): Promise<readonly EventRootView[]> {
  const { rows } = await db.query<EventRootView>(
    'select day, root, cases from event_roots where profile = $1 order by day desc limit 14',
    [profile],
  );
  return rows;
}
