import { join } from 'node:path';
import { findRunningPort, openLedgerAsItIs, type Pool } from '@lamro/database';
import { type Config, createHealth, createLogger, createShutdown, readSecrets } from '@lamro/runtime';

const SHUTDOWN_WITHIN_MS = 10_000;

/**
 * Where the ledger of this installation answers: the operator's server, or the embedded one that `npm start` runs on the same folder.
 *
 * @throws Error with one Vietnamese line when there is neither
 */
export function ledgerUrl(config: Config): string {
  if (config.DATABASE_URL !== undefined) return config.DATABASE_URL;
  const port = findRunningPort(join(config.LAMRO_HOME, 'postgres'));
  if (port === null)
    throw new Error(
      `Thiếu DATABASE_URL: hãy đặt địa chỉ PostgreSQL, ví dụ postgres://lamro@may-chu/lamro; hoặc chạy lệnh này khi npm start đang chạy trên thư mục ${config.LAMRO_HOME} (đổi bằng LAMRO_HOME).`,
    );
  const { database } = readSecrets(join(config.LAMRO_HOME, 'secrets.json'));
  return `postgres://lamro:${encodeURIComponent(database)}@127.0.0.1:${port}/lamro`;
}

/** Does work on the ledger as it is, and closes it again. Nothing is migrated. */
export async function withLedger<Result>(config: Config, work: (pool: Pool) => Promise<Result>): Promise<Result> {
  const shutdown = createShutdown(SHUTDOWN_WITHIN_MS);
  try {
    const logger = createLogger('cli', 'silent');
    const use = { applicationName: 'cli', logger, health: createHealth(), shutdown };
    return await work(await openLedgerAsItIs(ledgerUrl(config), use));
  } finally {
    await shutdown.run();
  }
}
