import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { openTestDatabase, type TestDatabase } from '@lamro/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const MAIN = join(import.meta.dirname, '..', 'main.ts');
let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

function lamro(...args: string[]) {
  return spawnSync(process.execPath, [MAIN, ...args], { encoding: 'utf8', env: { DATABASE_URL: database.url } });
}

async function migrationNames(): Promise<string[]> {
  const { rows } = await database.pool.query<{ name: string }>('select name from migrations order by id');
  return rows.map(({ name }) => name);
}

describe('a command that only reads', () => {
  const command = ['verify-chain'];

  it('leaves a database that stands behind as it is, and says what to do', async () => {
    const [last] = (await migrationNames()).slice(-1);
    await database.pool.query('delete from migrations where name = $1', [last]);
    const { status, stderr } = lamro(...command);
    expect([status, stderr]).toEqual([2, expect.stringMatching(/còn 1 bước.*không tự nâng cấp; hãy khởi động/)]);
    expect(await migrationNames()).not.toContain(last);
    await database.pool.query('insert into migrations (name, run_on) values ($1, now())', [last]);
  });

  it('refuses a database of a newer release', async () => {
    await database.pool.query("insert into migrations (name, run_on) values ('9999-later', now())");
    expect(lamro(...command)).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/mới hơn \(có bước 9999-later\)/),
    });
    await database.pool.query("delete from migrations where name = '9999-later'");
  });

  it('makes nothing in a database that holds no ledger', async () => {
    const url = new URL(database.url);
    url.pathname = '/postgres';
    const { status, stderr } = spawnSync(process.execPath, [MAIN, ...command], {
      encoding: 'utf8',
      env: { DATABASE_URL: url.href },
    });
    expect([status, stderr]).toEqual([2, expect.stringMatching(/chưa có sổ của Làm Rõ/)]);
  });
});

describe('lamro retention', () => {
  it('shows how long each kind is kept, and changes it within its limits', () => {
    const shown = lamro('retention', '--set', 'changes=30');
    expect(shown.status).toBe(0);
    const kinds = shown.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(kinds.find(({ kind }) => kind === 'changes')).toMatchObject({
      keepDays: 30,
      changedBy: expect.stringMatching(/^lamro:/),
      months: expect.arrayContaining([new Date().toISOString().slice(0, 7)]),
    });
    expect(lamro('retention', '--set', 'audit=10')).toMatchObject({ status: 2, stderr: expect.stringMatching(/730/) });
    expect(lamro('retention', '--set', 'cases=10')).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/audit/),
    });
  });
});
