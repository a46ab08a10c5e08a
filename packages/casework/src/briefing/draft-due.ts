import { findFirstWatch, findLatestBriefing, insertBriefing, lockBriefingLabel, notifyAccounts } from '@lamro/database';
import { clockNotices } from '@lamro/wording';
import type { BriefingHour } from '../procedure/procedure.ts';
import { serviceAuthor } from '../scope/author.ts';
import type { Context } from '../scope/context.ts';
import { transact } from '../scope/transact.ts';
import { readContent } from './content.ts';
import { weekLabel, weekPeriod } from './period.ts';
import type { BriefingResult } from './scope.ts';

/** Milliseconds from Monday 00:00 of a week to an hour of it. */
function afterMonday({ weekday, time }: BriefingHour): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return (((weekday - 1) * 24 + hours) * 60 + minutes) * 60_000;
}

/**
 * Draws up the week's draft once its hour has come, and tells the analysts; null where it is not time, a draft stands already, or
 * the province was not watched by then. Safe to call again and again, and on several machines.
 */
export async function draftDueBriefing(context: Context, profile: string): Promise<BriefingResult | null> {
  const at = context.clock.now();
  // The installation's own hour goes before that of the province.
  const wanted = context.briefingAt ?? context.procedure(profile).briefingAt;
  const period = weekPeriod(weekLabel(at));
  const hour = period === null ? at : new Date(period.from.getTime() + afterMonday(wanted));
  if (period === null || at < hour) return null;
  const watchedSince = await findFirstWatch(context.pool, profile);
  // An installation of a later hour has not seen the week: its first draft is asked for by a person.
  if (watchedSince === null || watchedSince > hour) return null;
  return transact(context, async (db) => {
    await lockBriefingLabel(db, profile, period.label);
    if ((await findLatestBriefing(db, profile, period.label)) !== null) return null;
    const content = await readContent(db, profile, period, context.procedure(profile), at);
    const { from, to, label } = period;
    const createdBy = serviceAuthor('dispatcher').id;
    const { id, edition } = await insertBriefing(db, { profile, from, to, label, content, createdBy, at });
    await notifyAccounts(db, {
      profile,
      roles: ['analyst'],
      agencies: [],
      except: null,
      kind: 'briefing-drafted',
      ...clockNotices.briefingDrafted(label),
      link: `/briefings/${id}`,
      dedupeKey: `briefing:${id}:drafted`,
    });
    return { briefingId: id, label, edition, version: 1 };
  });
}
