import { type ChainReport, verifyChain } from '@lamro/casework';
import {
  findUntoldAlarms,
  findUntoldFlags,
  inTransaction,
  notifyAccounts,
  type Pool,
  type UntoldFlag,
} from '@lamro/database';
import { sectorScoreSchema } from '@lamro/domain';
import { type Profile, QueryError, route } from '@lamro/profiles';
import { clockNotices, termOf, wordsIn } from '@lamro/wording';
import { z } from 'zod';

const BATCH = 100;
const { terms } = wordsIn('vi');

/**
 * Tells analysts of new flags, and the officers of the agency that would answer by the flag's sectors.
 *
 * @returns how many flags were told of
 */
export function tellOfFlags(pool: Pool, profiles: (id: string) => Profile, at: Date): Promise<number> {
  return inTransaction(pool, async (db) => {
    const flags = await findUntoldFlags(db, at, BATCH);
    for (const flag of flags) {
      const lead = leadOf(profiles(flag.profile), flag, at);
      await notifyAccounts(db, {
        profile: flag.profile,
        roles: lead === null ? ['analyst'] : ['analyst', 'officer'],
        agencies: lead === null ? [] : [lead],
        except: null,
        kind: 'flag-raised',
        ...clockNotices.flagRaised(flag.outlet, flag.title),
        link: `/flags/${flag.id}`,
        dedupeKey: `flag:${flag.id}`,
      });
    }
    return flags.length;
  });
}

/** The agency of a flag's sectors; null where the regulation leaves it to a person. */
function leadOf(profile: Profile, flag: UntoldFlag, at: Date): string | null {
  const sectors = z
    .array(sectorScoreSchema)
    .parse(flag.sectors)
    .map((sector) => sector.id);
  try {
    return route(profile, { origin: flag.origin, sectors, places: [], at: at.toISOString() }).lead;
  } catch (error) {
    if (error instanceof QueryError) return null;
    throw error;
  }
}

/** Tells administrators and analysts of sources that went wrong. @returns how many */
export function tellOfAlarms(pool: Pool): Promise<number> {
  return inTransaction(pool, async (db) => {
    const alarms = await findUntoldAlarms(db, BATCH);
    for (const { id, profile, outlet, url, alarm, alarmSince } of alarms) {
      const name = termOf(terms.sourceAlarms, alarm);
      await notifyAccounts(db, {
        profile,
        roles: ['administrator', 'analyst'],
        agencies: [],
        except: null,
        kind: 'source-alarm',
        ...clockNotices.sourceAlarm(outlet, url, name, termOf(terms.sourceRemedies, alarm)),
        link: '/sources',
        dedupeKey: `source:${id}:${alarm}:${alarmSince?.toISOString() ?? ''}`,
      });
    }
    return alarms.length;
  });
}

/** Verifies the chains of a province and tells of the first break; once for each break. @returns whether they hold */
export async function tellOfBrokenChain(pool: Pool, profile: string): Promise<boolean> {
  const report = await verifyChain(pool, profile);
  if (report.ok) return true;
  const where = placeOf(report);
  await notifyAccounts(pool, {
    profile,
    roles: ['administrator', 'auditor', 'coordinator'],
    agencies: [],
    except: null,
    kind: 'chain-broken',
    ...clockNotices.chainBroken(where.why),
    link: null,
    dedupeKey: `chain:${where.key}`,
  });
  return false;
}

function placeOf({ firstBroken, brokenRoot }: ChainReport): { key: string; why: string } {
  if (firstBroken !== null) {
    const { caseId, number, seq, why } = firstBroken;
    return { key: `${caseId}:${seq ?? ''}`, why: clockNotices.brokenCase(number, why) };
  }
  return { key: `root:${brokenRoot?.day ?? ''}`, why: brokenRoot?.why ?? '' };
}
