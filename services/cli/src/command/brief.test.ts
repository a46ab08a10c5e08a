import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { weekLabel } from '@lamro/casework';
import { insertFlaggedArticle, openTestDatabase, type TestDatabase } from '@lamro/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const MAIN = join(import.meta.dirname, '..', 'main.ts');
const folder = mkdtempSync(join(tmpdir(), 'lamro-brief-'));
let database: TestDatabase;

beforeAll(async () => {
  database = await openTestDatabase();
  await insertFlaggedArticle(database.pool, { profile: 'thai-binh' });
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await database.close();
});

function brief(...args: string[]) {
  const env = { DATABASE_URL: database.url, LAMRO_HOME: folder };
  return spawnSync(process.execPath, [MAIN, 'brief', '--profile', 'thai-binh', ...args], { encoding: 'utf8', env });
}

describe('lamro brief', () => {
  it.each([
    ['docx', 'PK'],
    ['pdf', '%PDF-1.7'],
  ])('writes a week as %s', (format, start) => {
    const out = join(folder, `tin.${format}`);
    const { status, stdout } = brief('--week', weekLabel(new Date()), '--format', format, '--out', out);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ out, state: 'draft', items: 1, edition: 1 });
    expect(readFileSync(out, 'latin1').startsWith(start)).toBe(true);
  });

  it.each([
    [['--week', '2025-W53', '--out', 'x'], 'không có tuần 53'],
    [['--week', '2026-W47', '--format', 'odt', '--out', 'x'], 'docx, pdf, xlsx, html'],
    [['--out', 'x'], '2026-W47'],
  ])('%j cannot run, and says why', (args, why) => {
    const { status, stderr } = brief(...args);
    expect(status).toBe(2);
    expect(stderr).toContain(why);
  });
});
