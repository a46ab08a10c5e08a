import type { Pool } from '@lamro/database';
import type { Clock } from '@lamro/domain';
import type { Metrics } from '@lamro/runtime';
import type { Task } from '../clock.ts';
import type { DeliveryWays } from './delivery.ts';
import { planDeliveries } from './plan.ts';
import { remindOfDeadlines } from './remind.ts';
import { sendDue } from './send.ts';

export interface NoticeParts {
  readonly pool: Pool;
  readonly clock: Clock;
  readonly metrics: Metrics;
  readonly ways: DeliveryWays;
  /** What a deadline is called in a province. */
  readonly ruleName: (profile: string, rule: string) => string;
}

const REMIND_EVERY_MS = 30_000;
const SEND_EVERY_MS = 2_000;

/** What the clock does about notices: reminders are written, deliveries planned and sent. Safe to run on several machines. */
export function noticeTasks({ pool, clock, metrics, ways, ruleName }: NoticeParts): readonly Task[] {
  const outcomes = metrics.counter('notice_attempts_total', 'Attempts to deliver notices', ['channel', 'status']);
  const onOutcome = (channel: string, status: string) => outcomes.inc({ channel, status });
  return [
    {
      name: 'remind-of-deadlines',
      everyMs: REMIND_EVERY_MS,
      run: async () => {
        await remindOfDeadlines(pool, ruleName, clock.now());
      },
    },
    {
      name: 'deliver-notices',
      everyMs: SEND_EVERY_MS,
      run: async () => {
        await planDeliveries(pool, ways, clock.now());
        await sendDue({ pool, ways, clock, onOutcome });
      },
    },
  ];
}
