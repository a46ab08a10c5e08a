import { listProfileIds, type Pool } from '@lamro/database';
import type { Clock } from '@lamro/domain';
import type { Profile } from '@lamro/profiles';
import type { Metrics } from '@lamro/runtime';
import type { Task } from '../clock.ts';
import type { DeliveryWays } from './delivery.ts';
import { planDeliveries } from './plan.ts';
import { remindOfDeadlines } from './remind.ts';
import { reportBack } from './report-back.ts';
import { deadlineName } from './rule-name.ts';
import { sendDue } from './send.ts';
import { tellOfAlarms, tellOfBrokenChain, tellOfFlags } from './tell.ts';

export interface NoticeParts {
  readonly pool: Pool;
  readonly clock: Clock;
  readonly metrics: Metrics;
  readonly ways: DeliveryWays;
  /** The profile of a province. @throws for one that this installation does not hold */
  readonly profiles: (id: string) => Profile;
}

const REMIND_EVERY_MS = 30_000;
const SEND_EVERY_MS = 2_000;
const TELL_EVERY_MS = 5_000;
const VERIFY_EVERY_MS = 6 * 3_600_000;

/** What the clock does about notices: they are written where no command writes them, and their deliveries planned and sent. Safe to run on several machines. */
export function noticeTasks({ pool, clock, metrics, ways, profiles }: NoticeParts): readonly Task[] {
  const outcomes = metrics.counter('notice_attempts_total', 'Attempts to deliver notices', ['channel', 'status']);
  const onOutcome = (channel: string, status: string) => outcomes.inc({ channel, status });
  return [
    {
      name: 'remind-of-deadlines',
      everyMs: REMIND_EVERY_MS,
      run: async () => {
        await remindOfDeadlines(pool, deadlineName(profiles), clock.now());
      },
    },
    {
      name: 'tell-of-flags-and-alarms',
      everyMs: TELL_EVERY_MS,
      run: async () => {
        await tellOfFlags(pool, profiles, clock.now());
        await tellOfAlarms(pool);
      },
    },
    {
      name: 'report-back',
      everyMs: REMIND_EVERY_MS,
      run: async () => {
        await reportBack(pool, clock.now());
      },
    },
    {
      name: 'verify-chains',
      everyMs: VERIFY_EVERY_MS,
      run: async () => {
        for (const profile of await listProfileIds(pool)) await tellOfBrokenChain(pool, profile);
      },
    },
    {
      name: 'deliver-notices',
      everyMs: SEND_EVERY_MS,
      run: async (ending) => {
        await planDeliveries(pool, ways, clock.now());
        await sendDue({ pool, ways, clock, onOutcome }, ending);
      },
    },
  ];
}
