import { z } from 'zod';

/** Ids of rows in the ledger, a bigint in decimal: a job that carries anything else was not written by us. */
const id = z.string().regex(/^\d{1,19}$/);

export interface QueueDeclaration<Payload> {
  readonly payload: z.ZodType<Payload>;
  /** What the job works on; names its job id, so that one row is never queued twice at once. */
  readonly subject: (payload: Payload) => string;
  /** How long a worker may hold a job without a sign of life before another takes it over. */
  readonly lockMs: number;
}

function declare<Payload>(declaration: QueueDeclaration<Payload>): QueueDeclaration<Payload> {
  return declaration;
}

/**
 * Every queue of the system: declared once, so that producer and worker cannot disagree. Jobs carry ids only; what is to
 * be done, how often it was tried and when it is due stand in the ledger, which the reconciler reads.
 */
export const QUEUES = {
  'check-source': declare({ payload: z.object({ sourceId: id }), subject: (job) => job.sourceId, lockMs: 30_000 }),
  'fetch-article': declare({ payload: z.object({ articleId: id }), subject: (job) => job.articleId, lockMs: 30_000 }),
  'judge-version': declare({ payload: z.object({ versionId: id }), subject: (job) => job.versionId, lockMs: 30_000 }),
  'recheck-article': declare({ payload: z.object({ checkId: id }), subject: (job) => job.checkId, lockMs: 30_000 }),
} as const;

export type QueueName = keyof typeof QUEUES;
export type PayloadOf<Name extends QueueName> = z.infer<(typeof QUEUES)[Name]['payload']>;
export const QUEUE_NAMES = Object.keys(QUEUES) as readonly QueueName[];

/**
 * What a job of this queue may carry, and no more.
 *
 * @throws ZodError when it carries something else
 */
export function payloadOf<Name extends QueueName>(name: Name, data: unknown): PayloadOf<Name> {
  const declaration: QueueDeclaration<PayloadOf<Name>> = QUEUES[name] as never;
  return declaration.payload.parse(data);
}

/** Job ids carry no colon and are not digits only, as BullMQ wants them. */
export function jobIdOf<Name extends QueueName>(name: Name, payload: PayloadOf<Name>): string {
  const declaration: QueueDeclaration<PayloadOf<Name>> = QUEUES[name] as never;
  return `${name}-${declaration.subject(payload)}`;
}
