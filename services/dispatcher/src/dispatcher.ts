import type { Casework } from '@lamro/casework';
import {
  findDueArticles,
  findDueRechecks,
  findDueSources,
  findLookedAt,
  findUnjudgedVersions,
  type LookedAtRow,
  listProfileIds,
  type Pool,
} from '@lamro/database';
import type { Clock } from '@lamro/domain';
import { loadCalendar, loadProfile } from '@lamro/profiles';
import { type Queues, reconcile } from '@lamro/queue';
import type { Logger, Metrics, Shutdown } from '@lamro/runtime';
import { startTasks } from './clock.ts';
import { recountDeadlines } from './law/recount-deadlines.ts';
import { remindOfReports } from './law/remind-of-reports.ts';
import { measureLedger } from './measure/measure.ts';
import { type NoticeParts, noticeTasks } from './notice/tasks.ts';
import { proposeOutcome } from './outcome/propose.ts';
import { keepRetention } from './retention/keep-retention.ts';

export interface DispatcherParts {
  readonly pool: Pool;
  readonly queues: Queues;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly clock: Clock;
  readonly casework: Pick<Casework, 'proposeOutcome' | 'sealPastDays' | 'draftDueBriefing' | 'draftDueReports'>;
  /** How notices leave; without it nobody is told or reminded by the clock, and nothing is sent. */
  readonly delivery?: Pick<NoticeParts, 'ways' | 'profiles'>;
}

const RECONCILE_EVERY_MS = 1_000;
const PROPOSE_EVERY_MS = 2_000;
const SEAL_EVERY_MS = 10 * 60 * 1_000;
const DRAFT_EVERY_MS = 60_000;
const CALENDAR_EVERY_MS = 60 * 60 * 1_000;
const RETENTION_EVERY_MS = 60 * 60 * 1_000;
const BATCH = 100;

/** Starts the clock: what is due is queued, looked-at articles get a proposed outcome, days that are over their root. Safe to run on several machines. */
export function startDispatcher(parts: DispatcherParts, shutdown: Shutdown): void {
  const { pool, queues } = parts;
  const requeued = parts.metrics.counter('reconciled_total', 'Rows that the reconciler found due', ['queue']);
  measureLedger(pool, parts.metrics);
  queues.measure(parts.metrics);
  const unfinished = {
    'check-source': (limit: number) => findDueSources(pool, limit),
    'fetch-article': (limit: number) => findDueArticles(pool, limit),
    'judge-version': (limit: number) => findUnjudgedVersions(pool, limit),
    'recheck-article': (limit: number) => findDueRechecks(pool, limit),
  };
  startTasks(
    [
      ...(parts.delivery === undefined ? [] : noticeTasks({ ...parts, ...parts.delivery })),
      {
        name: 'reconcile',
        everyMs: RECONCILE_EVERY_MS,
        run: async () => {
          const report = await reconcile(queues, unfinished);
          for (const [queue, found] of Object.entries(report.found)) requeued.inc({ queue }, found);
        },
      },
      {
        name: 'propose-outcomes',
        everyMs: PROPOSE_EVERY_MS,
        run: async () => {
          for (const look of await findLookedAt(pool, BATCH)) await propose(parts, look);
        },
      },
      {
        name: 'seal-days',
        everyMs: SEAL_EVERY_MS,
        run: async () => {
          for (const profile of await listProfileIds(pool)) await parts.casework.sealPastDays(profile);
        },
      },
      {
        name: 'keep-retention',
        everyMs: RETENTION_EVERY_MS,
        run: () => keepRetention(pool, parts.logger, parts.clock.now()),
      },
      {
        name: 'keep-calendar',
        everyMs: CALENDAR_EVERY_MS,
        run: () => keepCalendar(parts),
      },
      {
        name: 'draft-briefings',
        everyMs: DRAFT_EVERY_MS,
        run: async () => {
          for (const profile of await listProfileIds(pool)) await parts.casework.draftDueBriefing(profile);
        },
      },
      {
        name: 'draft-reports',
        everyMs: CALENDAR_EVERY_MS,
        run: async () => {
          for (const profile of await listProfileIds(pool)) await parts.casework.draftDueReports(profile);
        },
      },
    ],
    parts.logger,
    shutdown,
  );
}

/** The calendar file is read anew each time: an operator who enters a swapped day need not restart anything. */
async function keepCalendar(parts: DispatcherParts): Promise<void> {
  const calendar = loadCalendar();
  for (const id of await listProfileIds(parts.pool)) {
    const profile = loadProfile(id);
    const { moved, unknown } = await recountDeadlines(parts.pool, profile, calendar);
    if (moved > 0 || unknown.length > 0) parts.logger.info({ profile: id, moved, unknown }, 'deadlines counted again');
    await remindOfReports(parts.pool, profile, calendar, parts.clock.now());
  }
}

/** Fetches that brought the page; a look that is finished without one found it gone. */
const READ: ReadonlySet<string> = new Set(['fetched', 'not-modified']);

async function propose(parts: DispatcherParts, row: LookedAtRow): Promise<void> {
  const after = row.after_body === null ? null : { title: row.after_title ?? '', body: row.after_body };
  const before = { title: row.before_title, body: row.before_body };
  const { outcome, difference } = proposeOutcome({ gone: !READ.has(row.outcome), before, after, quote: row.quote });
  await parts.casework.proposeOutcome({
    checkId: row.id,
    outcome,
    afterVersionId: row.after_version_id,
    fetchId: row.fetch_id,
    difference,
  });
}
