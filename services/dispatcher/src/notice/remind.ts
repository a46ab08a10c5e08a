import {
  type DueReminder,
  findDueReminders,
  inTransaction,
  markReminded,
  notifyAccounts,
  type Pool,
} from '@lamro/database';
import type { Role } from '@lamro/domain';
import { clockNotices } from '@lamro/wording';

const BATCH = 200;

/** Those who keep a deadline are told before it ends; who watches over it, when it ends. */
const ROLES: Readonly<Record<DueReminder['phase'], readonly Role[]>> = {
  before: ['officer', 'leader'],
  due: ['officer', 'leader', 'coordinator'],
  after: ['officer', 'leader', 'coordinator', 'analyst'],
};

/**
 * Writes the reminders of running deadlines: before, at and after their end, each once, again where a deadline was extended.
 *
 * @param ruleName what a deadline is called in a province
 * @returns how many deadlines were reminded of
 */
export function remindOfDeadlines(
  pool: Pool,
  ruleName: (profile: string, rule: string) => string,
  at: Date,
): Promise<number> {
  return inTransaction(pool, async (db) => {
    const reminders = await findDueReminders(db, at, BATCH);
    for (const reminder of reminders) {
      const { id, profile, phase, agencies, caseId, number, title, rule, dueAt } = reminder;
      const when = dueAt.toLocaleString('vi-VN', {
        timeZone: 'Asia/Ho_Chi_Minh',
        dateStyle: 'short',
        timeStyle: 'short',
      });
      await notifyAccounts(db, {
        profile,
        roles: ROLES[phase],
        agencies,
        except: null,
        kind: `deadline-${phase}`,
        ...clockNotices.deadline(phase, ruleName(profile, rule), number, title, when),
        link: `/cases/${caseId}`,
        dedupeKey: `deadline:${id}:${phase}:${dueAt.toISOString()}`,
      });
      await markReminded(db, { id, phase, at });
    }
    return reminders.length;
  });
}
