import type { Logger } from '@lamro/runtime';
import { DelayedError } from 'bullmq';
import { type BackendChoice, type JobQueue, type JobWorker, openBackend } from './backend.ts';
import { jobIdOf, type PayloadOf, QUEUE_NAMES, QUEUES, type QueueDeclaration, type QueueName } from './queues.ts';

/** A handler that cannot do its work yet says how many milliseconds later the job is to come again. */
export interface Later {
  readonly laterMs: number;
}

export type Handler<Name extends QueueName> = (payload: PayloadOf<Name>) => Promise<void | Later>;

export interface QueueDepth {
  readonly name: QueueName;
  readonly waiting: number;
  readonly active: number;
  readonly delayed: number;
}

export interface Queues {
  /** Wakes a worker for a row of the ledger. Adding what is already waiting does nothing. */
  add<Name extends QueueName>(name: Name, payload: PayloadOf<Name>): Promise<void>;
  addMany<Name extends QueueName>(name: Name, payloads: readonly PayloadOf<Name>[]): Promise<void>;
  /**
   * Sets the handler of a queue in this process.
   *
   * @throws when the queue already has one here
   */
  work<Name extends QueueName>(name: Name, handler: Handler<Name>, concurrency: number): void;
  depths(): Promise<readonly QueueDepth[]>;
  /** One line about the backend; rejects when it cannot be reached. */
  describe(): Promise<string>;
  /** Takes no new job and waits for those under way. */
  stopWorkers(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens every declared queue on the chosen backend.
 *
 * @example
 * const queues = await openQueues({ kind: 'postgres', url }, logger);
 * queues.work('judge-version', ({ versionId }) => judge(versionId), 2);
 * await queues.add('judge-version', { versionId: '17' });
 */
export async function openQueues(choice: BackendChoice, logger: Logger): Promise<Queues> {
  const backend = await openBackend(choice);
  const queues = new Map<QueueName, JobQueue>(QUEUE_NAMES.map((name) => [name, backend.openQueue(name)]));
  const workers = new Map<QueueName, JobWorker>();
  // A lost connection is retried by the library; the reconciler makes up for what was not added meanwhile.
  for (const [name, queue] of queues)
    queue.on('error', (error) => logger.warn({ queue: name, err: error }, 'queue connection'));

  const queueOf = (name: QueueName): JobQueue => {
    const queue = queues.get(name);
    if (queue === undefined) throw new Error(`hàng đợi ${name} chưa được khai báo`);
    return queue;
  };
  return {
    add: async (name, payload) => {
      await queueOf(name).add(name, payload, optionsOf(name, payload));
    },
    addMany: async (name, payloads) => {
      if (payloads.length === 0) return;
      await queueOf(name).addBulk(payloads.map((data) => ({ name, data, opts: optionsOf(name, data) })));
    },
    work: (name, handler, concurrency) => {
      if (workers.has(name)) throw new Error(`hàng đợi ${name} đã có bộ xử lý trong tiến trình này`);
      const declaration: QueueDeclaration<PayloadOf<typeof name>> = QUEUES[name] as never;
      const worker = backend.openWorker(
        name,
        async (job, token) => {
          const later = await handler(declaration.payload.parse(job.data));
          if (later === undefined) return;
          await job.moveToDelayed(Date.now() + later.laterMs, token);
          throw new DelayedError();
        },
        {
          concurrency,
          lockMs: declaration.lockMs,
        },
      );
      worker.on('error', (error) => logger.warn({ queue: name, err: error }, 'worker connection'));
      worker.on('failed', (job, error) => logger.error({ queue: name, job: job?.id, err: error }, 'job failed'));
      worker.run().catch((error: unknown) => logger.error({ queue: name, err: error }, 'worker stopped'));
      workers.set(name, worker);
    },
    depths: () => Promise.all([...queues].map(([name, queue]) => depthOf(name, queue))),
    describe: () => backend.describe(),
    stopWorkers: async () => {
      await Promise.all([...workers.values()].map((worker) => worker.close()));
    },
    close: async () => {
      await Promise.all([...workers.values()].map((worker) => worker.close()));
      await Promise.all([...queues.values()].map((queue) => queue.close()));
      await backend.close();
    },
  };
}

/**
 * Finished and failed jobs leave at once: their fate stands in the ledger, and a job id that lingers would keep the same
 * row from being queued again. Retries are the ledger's too, hence one attempt.
 */
function optionsOf<Name extends QueueName>(name: Name, payload: PayloadOf<Name>) {
  return { jobId: jobIdOf(name, payload), attempts: 1, removeOnComplete: true, removeOnFail: true };
}

async function depthOf(name: QueueName, queue: JobQueue): Promise<QueueDepth> {
  const counts = await queue.getJobCounts('waiting', 'active', 'delayed');
  return { name, waiting: counts.waiting ?? 0, active: counts.active ?? 0, delayed: counts.delayed ?? 0 };
}
