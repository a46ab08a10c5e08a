import type { Health, Logger, Metrics } from '@lamro/runtime';
import { type Backend, type BackendChoice, type JobQueue, type JobWorker, openBackend } from './backend.ts';
import { createBoard } from './board.ts';
import { within } from './bound.ts';
import { measureQueues } from './measure.ts';
import { jobIdOf, type PayloadOf, payloadOf, QUEUE_NAMES, QUEUES, type QueueName } from './queues.ts';
import { createJobRunner } from './run-job.ts';

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
  /** How long the oldest waiting job has waited; 0 when none does. */
  readonly oldestSeconds: number;
}

/** What a process gives its queues to be seen by. */
export interface QueuesUse {
  readonly metrics?: Metrics;
  /** Told when a worker has ended although nobody asked it to. */
  readonly health?: Health;
  /** Whether jobs carry the trace that they belong to. */
  readonly tracing?: boolean;
  /** How long `describe` and `close` wait for a server that is gone; {@link PATIENCE_MS} where absent. */
  readonly patienceMs?: number;
}

/** A connection that is lost is tried again without end, and what was asked of it waits as long. */
const PATIENCE_MS = 8_000;

export interface Queues {
  /**
   * Wakes a worker for a row of the ledger. Adding what is already waiting does nothing.
   *
   * @throws ZodError when the payload is not the one that the queue declares
   */
  add<Name extends QueueName>(name: Name, payload: PayloadOf<Name>): Promise<void>;
  addMany<Name extends QueueName>(name: Name, payloads: readonly PayloadOf<Name>[]): Promise<void>;
  /**
   * Sets the handler of a queue in this process.
   *
   * @throws when the queue already has one here
   */
  work<Name extends QueueName>(name: Name, handler: Handler<Name>, concurrency: number): void;
  depths(): Promise<readonly QueueDepth[]>;
  /** Sets gauges of depth and age before each scrape. One process of a system is enough, more do no harm. */
  measure(metrics: Metrics): void;
  /** Pages for operators that show the queues, to be mounted at `path`. */
  board(path: string): { fetch(request: Request): Response | Promise<Response> };
  /** One line about the backend; rejects when it cannot be reached or does not answer in time. */
  describe(): Promise<string>;
  /** Takes no new job and waits for those under way. */
  stopWorkers(): Promise<void>;
  /** Ends workers and connections; where the server does not answer in time, connections are dropped. The ledger knows what was not done. */
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
export async function openQueues(choice: BackendChoice, logger: Logger, use: QueuesUse = {}): Promise<Queues> {
  const backend = await openBackend(choice, use.tracing ?? false);
  const patienceMs = use.patienceMs ?? PATIENCE_MS;
  const runJob = createJobRunner(logger, use.metrics);
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
      const job = jobOf(name, payload);
      await queueOf(name).add(name, job.data, job.opts);
    },
    addMany: async (name, payloads) => {
      if (payloads.length === 0) return;
      await queueOf(name).addBulk(payloads.map((payload) => jobOf(name, payload)));
    },
    work: (name, handler, concurrency) => {
      if (workers.has(name)) throw new Error(`hàng đợi ${name} đã có bộ xử lý trong tiến trình này`);
      const worker = backend.openWorker(
        name,
        (job, token) => runJob(name, job, token, () => handler(payloadOf(name, job.data))),
        {
          concurrency,
          lockMs: QUEUES[name].lockMs,
        },
      );
      worker.on('error', (error) => logger.warn({ queue: name, err: error }, 'worker connection'));
      worker.on('failed', (job, error) => logger.warn({ queue: name, job: job?.id, why: error.message }, 'job ended'));
      worker.run().catch((error: unknown) => {
        logger.error({ queue: name, err: error }, 'worker stopped');
        use.health?.die(`bộ xử lý ${name} đã dừng`);
      });
      workers.set(name, worker);
    },
    depths: () => depthsOf(queues),
    measure: (metrics) => measureQueues(metrics, () => depthsOf(queues)),
    board: (path) => createBoard(queues.values(), path),
    describe: () =>
      within(
        patienceMs,
        queueOf('check-source')
          .getJobCounts('active')
          .then(() => backend.describe()),
        () => {
          throw new Error(`hàng đợi không trả lời trong ${patienceMs / 1_000} giây; đang nối lại: kiểm tra máy chủ`);
        },
      ),
    stopWorkers: async () => {
      await Promise.all([...workers.values()].map((worker) => worker.close()));
    },
    close: () =>
      within(patienceMs, closeInOrder(workers.values(), queues.values(), backend), () => {
        logger.warn('queue connections dropped: the server does not answer');
        backend.disconnect();
        // Of a connection that is being tried again no end is ever told, so nobody waits for it.
        for (const connected of [...workers.values(), ...queues.values()])
          connected.disconnect().catch((error: unknown) => logger.warn({ err: error }, 'queue connection'));
      }),
  };
}

async function closeInOrder(workers: Iterable<JobWorker>, queues: Iterable<JobQueue>, backend: Backend): Promise<void> {
  await Promise.all([...workers].map((worker) => worker.close()));
  await Promise.all([...queues].map((queue) => queue.close()));
  await backend.close();
}

/**
 * Finished and failed jobs leave at once: their fate stands in the ledger, and a job id that lingers would keep the same
 * row from being queued again. Retries are the ledger's too, hence one attempt.
 */
const OPTIONS = { attempts: 1, removeOnComplete: true, removeOnFail: true };

/** What is sent is what the declaration lets through: an id that is none becomes no job's name, and nothing rides along. */
function jobOf<Name extends QueueName>(name: Name, payload: PayloadOf<Name>) {
  const data = payloadOf(name, payload);
  return { name, data, opts: { jobId: jobIdOf(name, data), ...OPTIONS } };
}

function depthsOf(queues: ReadonlyMap<QueueName, JobQueue>): Promise<readonly QueueDepth[]> {
  return Promise.all([...queues].map(([name, queue]) => depthOf(name, queue)));
}

async function depthOf(name: QueueName, queue: JobQueue): Promise<QueueDepth> {
  const counts = await queue.getJobCounts('waiting', 'active', 'delayed');
  const { waiting = 0, active = 0, delayed = 0 } = counts;
  // The backends count a line from different ends; its oldest job stands at one of the two.
  const last = Math.max(0, waiting - 1);
  const ends = await Promise.all([0, last].map((place) => queue.getJobs(['waiting'], place, place, true)));
  const now = Date.now();
  const oldestSeconds = Math.max(0, ...ends.flat().map((job) => (now - job.timestamp) / 1_000));
  return { name, waiting, active, delayed, oldestSeconds };
}
