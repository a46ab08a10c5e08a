import type { Queryable } from '../../connection/connection.ts';

import type { EventRoot } from './insert-event-root.ts';

/** A province's daily roots, oldest first. */
export async function listEventRoots(db: Queryable, profile: string): Promise<readonly EventRoot[]> {
  const result = await db.query<EventRoot>(
    'select profile, day::text, root, cases from event_roots where profile = $1 order by day',
    [profile],
  );
  return result.rows;
}
