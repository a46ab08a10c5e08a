import { type EventFields, type Logger, type Metrics, note, traceId, withEvent } from '@lamro/runtime';
import { DelayedError, type Job, UnrecoverableError } from 'bullmq';
import type { Later } from './queue.ts';
import { QUEUES, type QueueName } from './queues.ts';

const SECONDS = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300];

/** Characters of a reason that the queue keeps among its events; the whole of it stands in the log. */
const LONGEST_REASON = 500;

/** Runs the handlers of one process and tells of each job once: one line of the log, one count, one time. */
export type RunJob = (queue: QueueName, job: Job, token: string | undefined, work: Work) => Promise<void>;
type Work = () => Promise<void | Later>;

export function createJobRunner(logger: Logger, metrics: Metrics | undefined): RunJob {
  const took = metrics?.histogram('job_seconds', 'Time of a job in its handler, by how it ended', SECONDS, [
    'queue',
    'outcome',
  ]);
  const waited = metrics?.histogram('job_wait_seconds', 'Time of a job in the queue before a worker took it', SECONDS, [
    'queue',
  ]);
  return (queue, job, token, work) => {
    const waitedMs = Math.max(0, (job.processedOn ?? Date.now()) - job.timestamp);
    // A job that was sent back waits by intent: only its first turn says how busy the queue is.
    if (job.attemptsStarted <= 1) waited?.observe({ queue }, waitedMs / 1_000);
    const event: EventFields = {
      queue,
      ...idsOf(queue, job.data),
      turn: job.attemptsStarted,
      waitedMs,
      traceId: traceId(),
    };
    return withEvent(event, async () => {
      const started = performance.now();
      const end = (outcome: string): EventFields => {
        const tookMs = Math.round(performance.now() - started);
        took?.observe({ queue, outcome }, tookMs / 1_000);
        return { ...event, outcome, tookMs };
      };
      let later: void | Later;
      try {
        later = await work();
      } catch (error) {
        logger.error({ ...end('failed'), err: error }, 'job');
        // How often work is tried stands in the ledger: whoever wrote a job has no say in it.
        throw new UnrecoverableError(error instanceof Error ? error.message.slice(0, LONGEST_REASON) : 'lỗi lạ');
      }
      if (later !== undefined) note({ laterMs: later.laterMs });
      logger.info(end(later === undefined ? 'done' : 'later'), 'job');
      if (later === undefined) return;
      await job.moveToDelayed(Date.now() + later.laterMs, token);
      throw new DelayedError();
    });
  };
}

/** The id of the row that a job is about; whatever else somebody wrote into one is not for a log. */
function idsOf(queue: QueueName, data: unknown): EventFields {
  const found = QUEUES[queue].payload.safeParse(data);
  return found.success ? { ...found.data } : {};
}
