import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import { findBinaries } from './binaries.ts';
import { startCluster } from './cluster.ts';

const root = mkdtempSync(join(tmpdir(), 'lamro-cluster-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

async function answer(url: string, statement: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement)).rows[0];
  } finally {
    await client.end();
  }
}

describe('startCluster', () => {
  it('keeps its data over a restart, with programs and data in a folder that is closed to others', async () => {
    const closed = join(root, 'closed');
    mkdirSync(closed, { mode: 0o700 });
    const native = dirname(dirname((await findBinaries()).postgres));
    cpSync(native, join(closed, 'native'), { recursive: true, verbatimSymlinks: true });
    const binaries = {
      postgres: join(closed, 'native', 'bin', 'postgres'),
      initdb: join(closed, 'native', 'bin', 'initdb'),
    };
    const options = { dataDir: join(closed, 'data'), password: 'mật khẩu có dấu', binaries };
    const first = await startCluster(options);
    await first.ensureDatabase('lamro');
    await first.ensureDatabase('lamro');
    await answer(first.url('lamro'), 'create table kept as select 7 as value');
    await first.stop();
    const second = await startCluster(options);
    expect(await answer(second.url('lamro'), 'select value from kept')).toEqual({ value: 7 });
    await second.stop();
  });

  it('says in Vietnamese where it could not start', async () => {
    const binaries = { postgres: '/bin/false', initdb: '/bin/false' };
    await expect(startCluster({ dataDir: join(root, 'none'), password: 'x', binaries })).rejects.toThrow(
      /Không tạo được cơ sở dữ liệu trong/,
    );
  });
});
