import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Cluster, findBinaries, startCluster } from '@lamro/database';
import { ACCOUNTS, type Account, letIn, openAccounts } from './accounts.ts';
import { type Line, startLine } from './line.ts';

/** A real PostgreSQL behind a proxy of fixed address, so that it can go and come back elsewhere. */
export interface LedgerServer {
  /** Addresses through the proxy, as services know them. */
  readonly urls: Readonly<Record<Account, string>>;
  readonly proxy: Line;
  /** Address past the proxy: of the server's administrator, who verifies, or of an account. */
  directUrl(account?: Account): string;
  /** Gives the services' account the roles that the schema has by now. */
  letServicesIn(): Promise<void>;
  /** Ends it as an operator does. */
  stop(): Promise<void>;
  /** SIGKILL to the postmaster: no farewell, no checkpoint. */
  crash(): void;
  /** Starts it again on the same folder, `shim` in front of its program if given. */
  start(shim?: string): Promise<void>;
  close(): Promise<void>;
}

const DATABASE = 'lamro';

export async function startLedger(folder: string): Promise<LedgerServer> {
  const proxy = await startLine();
  const password = randomBytes(12).toString('hex');
  const dataDir = join(folder, 'postgres');
  let cluster: Cluster | null = null;
  const direct = (): string => {
    if (cluster === null) throw new Error('PostgreSQL is not running');
    return cluster.url(DATABASE);
  };
  const start = async (shim?: string): Promise<void> => {
    const binaries = shim === undefined ? null : shimmed(folder, shim, await findBinaries());
    cluster = await startCluster({ dataDir, password, ...(binaries === null ? {} : { binaries }) });
    await cluster.ensureDatabase(DATABASE);
    proxy.leadTo('127.0.0.1', cluster.port);
  };
  await start();
  await openAccounts(direct(), password);
  const directUrl = (account?: Account): string => urlOf(direct(), account);
  const proxied = (account: Account): string => urlOf(direct(), account, proxy.port);
  return {
    urls: { owner: proxied('owner'), services: proxied('services') },
    proxy,
    directUrl,
    letServicesIn: () => letIn(direct()),
    stop: async () => {
      await cluster?.stop();
    },
    crash: () => {
      const file = join(dataDir, 'postmaster.pid');
      if (existsSync(file)) process.kill(Number(readFileSync(file, 'utf8').split('\n')[0]), 'SIGKILL');
    },
    start,
    close: async () => {
      await cluster?.stop();
      await proxy.close();
    },
  };
}

/** The same server for another account, at another port if given. */
function urlOf(direct: string, account?: Account, port?: number): string {
  const url = new URL(direct);
  if (account !== undefined) url.username = ACCOUNTS[account];
  if (port !== undefined) url.port = `${port}`;
  return url.href;
}

function shimmed(folder: string, shim: string, binaries: { initdb: string; postgres: string }) {
  const bin = join(folder, 'shim');
  mkdirSync(bin, { recursive: true });
  const postgres = join(bin, 'postgres');
  writeFileSync(postgres, `#!/bin/sh\n${shim} exec "${binaries.postgres}" "$@"\n`);
  chmodSync(postgres, 0o755);
  return { ...binaries, postgres };
}
