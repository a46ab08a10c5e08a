import {
  type DeadlineRow,
  inTransaction,
  listOpenDeadlines,
  moveDeadline,
  notifyAccounts,
  type Pool,
  type Queryable,
} from '@lamro/database';
import {
  type Profile,
  QueryError,
  type RecomputedDeadline,
  recomputeDeadlines,
  type WorkCalendar,
} from '@lamro/profiles';
import { clockNotices } from '@lamro/wording';
import { z } from 'zod';

const extensionsSchema = z.array(z.object({ amount: z.number().int().positive(), reason: z.string() })).catch([]);

export interface Recount {
  readonly moved: number;
  /** Clocks whose rule the profile no longer knows; they stay as they were counted. */
  readonly unknown: readonly string[];
}

/**
 * Counts the running clocks of a province again, so that a holiday or a swapped day entered since moves them. Those who keep
 * a moved deadline are told, once for each new due time.
 */
export function recountDeadlines(pool: Pool, profile: Profile, calendar: WorkCalendar): Promise<Recount> {
  return inTransaction(pool, async (db) => {
    const unknown: string[] = [];
    let moved = 0;
    for (const row of await listOpenDeadlines(db, profile.id)) {
      const counted = countAgain(profile, calendar, row);
      if (counted === null) unknown.push(row.id);
      else if (counted.moved && (await move(db, profile, row, counted))) moved++;
    }
    return { moved, unknown };
  });
}

function countAgain(profile: Profile, calendar: WorkCalendar, row: DeadlineRow): RecomputedDeadline | null {
  const { id, rule, dueAt, startsAt } = row;
  const extensions = extensionsSchema
    .parse(row.extensions)
    .map(({ amount, reason }) => ({ amount, reason: reason.trim() || 'gia hạn' }));
  const open = { id, rule, dueAt: dueAt.toISOString(), startsAt: startsAt.toISOString(), extensions };
  try {
    return recomputeDeadlines(profile, calendar, [open])[0] ?? null;
  } catch (error) {
    if (error instanceof QueryError) return null;
    throw error;
  }
}

async function move(db: Queryable, profile: Profile, row: DeadlineRow, counted: RecomputedDeadline): Promise<boolean> {
  const dueAt = new Date(counted.dueAt);
  if (!(await moveDeadline(db, { id: row.id, from: row.dueAt, dueAt, steps: counted.steps }))) return false;
  const show = (time: Date) =>
    time.toLocaleString('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh', dateStyle: 'short', timeStyle: 'short' });
  await notifyAccounts(db, {
    profile: profile.id,
    roles: ['coordinator', 'analyst'],
    agencies: [],
    except: null,
    kind: 'deadline-moved',
    ...clockNotices.deadlineMoved(show(row.dueAt), show(dueAt)),
    link: row.caseId === null ? null : `/cases/${row.caseId}`,
    dedupeKey: `deadline:${row.id}:moved:${counted.dueAt}`,
  });
  return true;
}
