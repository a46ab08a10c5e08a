import { randomBytes } from 'node:crypto';
import type { BackendChoice } from '@lamro/queue';
import { startTestRedis, type TestRedis } from '@lamro/testkit';
import type { BackendKind } from './extent.ts';

/** Where the jobs of an attacked system wait. */
export interface Queueing {
  readonly choice: BackendChoice;
  /** The server itself; null where jobs wait in the ledger's PostgreSQL. */
  readonly redis: TestRedis | null;
  /** What nobody may read anywhere. */
  readonly secrets: readonly string[];
  close(): Promise<void>;
}

/** A backend of its own: a Redis with a password as a deployment has it, or the ledger's server. */
export async function openQueueing(kind: BackendKind, databaseUrl: string): Promise<Queueing> {
  if (kind === 'postgres')
    return { choice: { kind, url: databaseUrl }, redis: null, secrets: [], close: async () => undefined };
  // Signs that an address has to escape, as a generated password may have them.
  const password = `@:/?#%${randomBytes(9).toString('hex')}`;
  const redis = await startTestRedis({ password });
  return { choice: { kind, url: redis.url }, redis, secrets: [password, redis.url], close: redis.close };
}
