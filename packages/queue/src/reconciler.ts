import type { Queues } from './queue.ts';
import type { PayloadOf, QueueName } from './queues.ts';

/** Finds rows of the ledger that are due and unfinished, at most `limit`, oldest first. */
export type FindUnfinished<Name extends QueueName> = (limit: number) => Promise<readonly PayloadOf<Name>[]>;
export type UnfinishedWork = { readonly [Name in QueueName]: FindUnfinished<Name> };

export interface ReconcileReport {
  readonly found: Readonly<Record<QueueName, number>>;
}

const BATCH = 500;

/**
 * Queues again whatever the ledger says is unfinished. Jobs that still wait are not doubled, since their id is taken. So a
 * queue that was lost whole is filled again, and a wake that was lost costs one interval.
 */
export async function reconcile(queues: Pick<Queues, 'addMany'>, work: UnfinishedWork): Promise<ReconcileReport> {
  const enqueue = async <Name extends QueueName>(name: Name, find: FindUnfinished<Name>): Promise<number> => {
    const payloads = await find(BATCH);
    await queues.addMany(name, payloads);
    return payloads.length;
  };
  const [sources, articles, versions, checks] = await Promise.all([
    enqueue('check-source', work['check-source']),
    enqueue('fetch-article', work['fetch-article']),
    enqueue('judge-version', work['judge-version']),
    enqueue('recheck-article', work['recheck-article']),
  ]);
  return {
    found: { 'check-source': sources, 'fetch-article': articles, 'judge-version': versions, 'recheck-article': checks },
  };
}
