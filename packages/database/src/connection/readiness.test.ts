import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHealth, createLogger, createShutdown } from '@lamro/runtime';
import { afterAll, describe, expect, it } from 'vitest';
import { startCluster } from '../embedded/cluster.ts';
import { migrate } from '../migration/migrate.ts';
import { openPool } from './open-ledger.ts';

const folder = mkdtempSync(join(tmpdir(), 'lamro-ready-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('readiness', () => {
  it('ends when the database goes, and the process lives on', async () => {
    const cluster = await startCluster({ dataDir: join(folder, 'data'), password: 'only for this test' });
    await cluster.ensureDatabase('lamro');
    await migrate(cluster.url('lamro'));
    const health = createHealth();
    const shutdown = createShutdown(5_000);
    const logger = createLogger('test', 'silent');
    openPool(cluster.url('lamro'), { applicationName: 'ready', logger, health, shutdown });
    expect(await health.report()).toMatchObject({ ok: true, parts: { database: { ok: true }, process: { ok: true } } });
    await cluster.stop();
    const gone = await health.report();
    expect(gone).toMatchObject({ ok: false, parts: { database: { ok: false }, process: { ok: true } } });
    expect(gone.parts['database']?.detail).not.toBe('');
    expect(health.dead()).toBeNull();
    await shutdown.run();
  });
});
