import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Cluster, findBinaries, migrate, startCluster } from '@lamro/database';
import { type Line, startLine } from './line.ts';

/** A real PostgreSQL behind a proxy of fixed address, so that it can go and come back elsewhere. */
export interface LedgerServer {
  /** Address through the proxy, as services know it. */
  readonly url: string;
  readonly proxy: Line;
  /** Address past the proxy, for whoever verifies. */
  directUrl(): string;
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
  const url = new URL(direct());
  url.port = `${proxy.port}`;
  return {
    url: url.href,
    proxy,
    directUrl: direct,
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

/** Brings the database to the newest schema, past the proxy. */
export async function migrateLedger(ledger: LedgerServer): Promise<void> {
  await migrate(ledger.directUrl());
}

function shimmed(folder: string, shim: string, binaries: { initdb: string; postgres: string }) {
  const bin = join(folder, 'shim');
  mkdirSync(bin, { recursive: true });
  const postgres = join(bin, 'postgres');
  writeFileSync(postgres, `#!/bin/sh\n${shim} exec "${binaries.postgres}" "$@"\n`);
  chmodSync(postgres, 0o755);
  return { ...binaries, postgres };
}
