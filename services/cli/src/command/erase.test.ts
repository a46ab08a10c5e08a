import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { verifyChain } from '@lamro/casework';
import { ERASED_NAME } from '@lamro/database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assignMatter, type Office, openMatter, openOffice } from '../../../../test/e2e/casework/office.ts';

const MAIN = join(import.meta.dirname, '..', 'main.ts');
const REASON = 'Văn bản số 12/SNV';
const EMAIL = 'nguyen.van.a@lamro.example';
let office: Office;

beforeAll(async () => {
  office = await openOffice();
  const matter = await openMatter(office, 'hai-phong');
  await assignMatter(office, matter);
  const reason = 'Bà Trần Thị B ở phố X cho biết việc này thuộc ngành khác.';
  await office.casework.returnCase(await matter.officer(), {
    caseId: matter.caseId,
    reason,
    rightAgency: 'so-cong-thuong',
  });
  for (const [id, email, role] of [
    ['analyst-tinh', EMAIL, 'analyst'],
    ['admin', 'quan-tri@lamro.example', 'administrator'],
  ])
    await office.database.pool.query(
      `insert into identity."user" ("id", "name", "email", "emailVerified", "role", "profile") values ($1, 'Nguyễn Văn A', $2, true, $3, 'hai-phong')`,
      [id, email, role],
    );
  await office.database.pool.query(
    `insert into identity."session" ("id", "expiresAt", "token", "updatedAt", "ipAddress", "userId") values ('s', now(), 't', now(), '10.0.0.1', 'analyst-tinh')`,
  );
});
afterAll(() => office.close());

function erase(...args: string[]) {
  const env = { DATABASE_URL: office.database.url };
  return spawnSync(process.execPath, [MAIN, 'erase', ...args], { encoding: 'utf8', env });
}

/** Every place in the ledger where some words still stand. */
async function placesOf(words: string): Promise<string[]> {
  const tables = await office.database.pool.query<{ name: string }>(
    `select n.nspname || '."' || c.relname || '"' as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ('public', 'identity') and c.relkind in ('r', 'p') and not c.relispartition`,
  );
  const places: string[] = [];
  for (const { name } of tables.rows) {
    const found = await office.database.pool.query(`select 1 from ${name} t where t::text like $1 limit 1`, [
      `%${words}%`,
    ]);
    if (found.rowCount !== 0) places.push(name);
  }
  return places;
}

describe('lamro erase', () => {
  it('takes a person out of the ledger, keeps what was done in office, and every chain whole', async () => {
    const { status, stdout } = erase('--account', EMAIL.toUpperCase(), '--reason', REASON);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ account: 'analyst-tinh', removed: { sessions: 1 } });
    expect(await placesOf(EMAIL)).toEqual([]);
    const { rows } = await office.database.pool.query(
      `select "name", "disabledAt" is not null as disabled from identity."user" where "id" = 'analyst-tinh'`,
    );
    expect(rows).toEqual([{ name: ERASED_NAME, disabled: true }]);
    expect(await placesOf('analyst-tinh')).toContain('public."case_events"');
    expect(await verifyChain(office.database.pool, 'hai-phong')).toMatchObject({ ok: true, cases: 1 });
    const trail = await office.database.pool.query(
      "select object_id, detail->>'reason' as reason from audit_entries where action = 'erase-account'",
    );
    expect(trail.rows).toEqual([{ object_id: 'analyst-tinh', reason: REASON }]);
  });

  it('takes free words out of a case without breaking its chain', async () => {
    const { rows } = await office.database.pool.query<{ id: string; body: string }>(
      'select id, body from case_texts limit 1',
    );
    const [text] = rows;
    expect(text).toBeDefined();
    expect(erase('--text', text?.id ?? '', '--reason', REASON).status).toBe(0);
    expect((await placesOf(text?.body ?? '')).filter((place) => place.includes('case'))).toEqual([]);
    expect(await verifyChain(office.database.pool, 'hai-phong')).toMatchObject({ ok: true });
    expect(erase('--text', text?.id ?? '', '--reason', REASON)).toMatchObject({ status: 2 });
  });

  it.each([
    [['--account', 'quan-tri@lamro.example', '--reason', REASON], /quản trị viên cuối cùng/],
    [['--account', 'ai@do.example', '--reason', REASON], /Không có tài khoản/],
    [['--account', EMAIL], /Thiếu --reason/],
    [['--reason', REASON], /đúng một/],
  ])('%j cannot run, and says why', (args, why) => {
    const { status, stderr } = erase(...args);
    expect([status, stderr]).toEqual([2, expect.stringMatching(why)]);
  });
});
