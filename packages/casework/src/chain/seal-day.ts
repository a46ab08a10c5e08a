import { type EventRoot, findCaseHeads, insertEventRoot, listEventRoots, type Queryable } from '@lamro/database';
import { dayAfter, endOfDay, localDay } from './day.ts';
import { merkleRoot } from './merkle.ts';

/**
 * Writes the root over all case heads of a province as they stood when a local day ended. Written once: a second call
 * returns what stands.
 *
 * @param day local day that is over, `2026-11-22`
 * @throws RangeError for a day that is not over at `now`: its events are still being written
 */
export async function sealDay(db: Queryable, profile: string, day: string, now: Date): Promise<EventRoot> {
  const before = endOfDay(day);
  if (before > now) throw new RangeError(`ngày ${day} chưa kết thúc nên chưa chốt được gốc`);
  const heads = await findCaseHeads(db, profile, before);
  return insertEventRoot(db, { profile, day, root: merkleRoot(heads), cases: heads.length });
}

/**
 * Writes the roots of all local days that are over and have none, from the last one on; from yesterday where there is none yet.
 * Days on which nothing ran are caught up: what stood at their end still stands.
 *
 * @returns the days that were written
 */
export async function sealPastDays(db: Queryable, profile: string, now: Date): Promise<readonly string[]> {
  const yesterday = dayAfter(localDay(now), -1);
  const last = (await listEventRoots(db, profile)).at(-1)?.day;
  const written: string[] = [];
  for (let day = last === undefined ? yesterday : dayAfter(last, 1); day <= yesterday; day = dayAfter(day, 1)) {
    await sealDay(db, profile, day, now);
    written.push(day);
  }
  return written;
}

/** Root over the heads as they stand now, as an issued briefing prints it. */
export async function currentRoot(db: Queryable, profile: string, now: Date): Promise<{ root: string; cases: number }> {
  const heads = await findCaseHeads(db, profile, new Date(now.getTime() + 1));
  return { root: merkleRoot(heads), cases: heads.length };
}
