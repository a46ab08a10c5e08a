import { randomBytes } from 'node:crypto';
import type { BackendChoice } from '@lamro/queue';
import { startTestRedis, type TestRedis } from '@lamro/testkit';
import { Redis } from 'ioredis';
import type { BackendKind } from './extent.ts';

/** Where the jobs of an attacked system wait. */
export interface Queueing {
  readonly choice: BackendChoice;
  /** The server itself; null where jobs wait in the ledger's PostgreSQL. */
  readonly redis: TestRedis | null;
  /** What nobody may read anywhere. */
  readonly secrets: readonly string[];
  /** @throws Error when the server was given a command that nothing of ours gives */
  close(): Promise<void>;
}

/** A backend of its own: a Redis with a password as a deployment has it, or the ledger's server. */
export async function openQueueing(kind: BackendKind, databaseUrl: string): Promise<Queueing> {
  if (kind === 'postgres')
    return { choice: { kind, url: databaseUrl }, redis: null, secrets: [], close: async () => undefined };
  // Signs that an address has to escape, as a generated password may have them.
  const password = `@:/?#%${randomBytes(9).toString('hex')}`;
  const redis = await startTestRedis({ password });
  return { choice: { kind, url: redis.url }, redis, secrets: [password, redis.url], close };

  async function close(): Promise<void> {
    const told = await commandsOf(redis.url);
    await redis.close();
    const strange = told.filter((command) => STRANGE.test(command));
    if (strange.length > 0) throw new Error(`Redis was given ${strange.join(', ')}`);
  }
}

/** What empties, rewrites, copies or searches a whole Redis, or runs a script that is not there already. */
const STRANGE =
  /^(flush|keys$|scan$|config\|set|config\|rewrite|slaveof|replicaof|shutdown|debug|module|save|bgsave|migrate|restore|swapdb|script\|flush|function|acl|eval_ro)/;

/** Every command that a Redis was given since it began, also those that it refused. */
async function commandsOf(url: string): Promise<readonly string[]> {
  const client = new Redis(url);
  const told = await client.info('commandstats');
  await client.quit();
  return [...told.matchAll(/^cmdstat_([^:]+):/gm)].map(([, command = '']) => command);
}
