import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assignMatter, type Office, openMatter, openOffice } from './office.ts';

const MAIN = fileURLToPath(new URL('../../../services/cli/src/main.ts', import.meta.url));
let office: Office;
beforeAll(async () => {
  office = await openOffice();
  for (const profile of ['hai-phong', 'cao-bang']) await assignMatter(office, await openMatter(office, profile));
});
afterAll(() => office.close());

function lamro(...args: string[]): Promise<{ code: number; out: string; errors: string }> {
  return new Promise((resolve) => {
    const env = { DATABASE_URL: office.database.url };
    execFile(process.execPath, [MAIN, 'verify-chain', ...args], { env }, (error, out, errors) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, errors });
    });
  });
}

describe('lamro verify-chain', () => {
  it('reports each province on a line and ends with 0 when all is whole', async () => {
    const { code, out } = await lamro();
    const reports = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(reports).toMatchObject([
      { profile: 'cao-bang', ok: true, cases: 1 },
      { profile: 'hai-phong', ok: true, cases: 1 },
    ]);
    expect(code).toBe(0);
  });

  it('names the first broken link and ends with 1', async () => {
    const client = await office.database.pool.connect();
    await client.query('alter table case_events disable trigger user');
    await client.query("update case_events set actor_id = 'người khác' where profile = 'cao-bang' and seq = 2");
    await client.query('alter table case_events enable trigger user');
    client.release();
    const { code, out } = await lamro('--profile', 'cao-bang');
    expect(JSON.parse(out)).toMatchObject({ ok: false, firstBroken: { seq: 2, why: 'nội dung không khớp mã băm' } });
    expect(code).toBe(1);
  });

  it('ends with 2 for a province that the ledger does not hold', async () => {
    const { code, errors } = await lamro('--profile', 'khong-co');
    expect(errors).toContain('cao-bang, hai-phong');
    expect(code).toBe(2);
  });
});
