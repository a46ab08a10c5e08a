import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate, startCluster } from '@lamro/database';
import type { TestProject } from 'vitest/node';
import { adminQuery, TEMPLATE } from './test-database.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Connection string of the template database that every test file clones. */
    templateUrl: string;
  }
}

/** Starts one real PostgreSQL for the run, migrates a template database once, and removes everything afterwards. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'lamro-test-'));
  const cluster = await startCluster({
    dataDir: join(folder, 'postgres'),
    password: randomBytes(12).toString('hex'),
    // Nothing of a test run is kept, so nothing need reach the disk.
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '400' },
  });
  await adminQuery(cluster.url('postgres'), `create database ${TEMPLATE}`);
  await migrate(cluster.url(TEMPLATE));
  project.provide('templateUrl', cluster.url(TEMPLATE));
  return async () => {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
