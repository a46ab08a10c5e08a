import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { loadConfig } from '@lamro/runtime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type LocalSystem, startSystem } from '../../infra/local/system.ts';

const MAIN = fileURLToPath(new URL('../../services/cli/src/main.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'lamro-drill-'));
const home = join(folder, 'home');
const file = join(folder, 'sao-luu.lamro');
let system: LocalSystem;

beforeAll(async () => {
  system = await startSystem(loadConfig({ LAMRO_HOME: home, PORT: '0', LOG_LEVEL: 'silent' }, {}), false);
  // Enough that pages, judgements and flags are among what is kept, while most of the press is still being read.
  for (let tries = 0; (await system.progress()).judged < 15; tries++) {
    if (tries > 1_200) throw new Error('the sample press was not read in two minutes');
    await sleep(100);
  }
});
afterAll(async () => {
  await system.shutdown.run();
  rmSync(folder, { recursive: true, force: true });
});

const reportSchema = z.looseObject({
  rows: z.number(),
  blobs: z.number(),
  chains: z.array(z.object({ profile: z.string(), ok: z.boolean() })),
});

function lamro(args: readonly string[], env: Record<string, string>) {
  const environment = { BACKUP_PASSPHRASE: 'mật khẩu của buổi diễn tập', ...env };
  return new Promise<{ code: number; report: z.infer<typeof reportSchema> | null; errors: string }>((resolve) => {
    execFile(process.execPath, [MAIN, ...args], { env: environment }, (error, out, errors) => {
      const line = out.trim();
      const report = line === '' ? null : reportSchema.parse(JSON.parse(line));
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, report, errors });
    });
  });
}

describe('a drill', () => {
  it('backs up the running newsroom while it is written to, and restores it elsewhere, whole', async () => {
    const before = await system.progress();
    const backup = await lamro(['backup', '--out', file], { LAMRO_HOME: home });
    expect([backup.code, backup.errors]).toEqual([0, '']);
    expect(backup.report).toMatchObject({ missingBlobs: [], heldApart: [] });
    expect(backup.report?.blobs).toBeGreaterThan(14);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const drill = await lamro(['restore', '--drill', '--in', file], { LAMRO_HOME: home });
    expect([drill.code, drill.errors]).toEqual([0, '']);
    expect(drill.report).toMatchObject({ drill: true, ok: true, differences: [], rows: backup.report?.rows });
    expect(drill.report?.blobs).toBe(backup.report?.blobs);
    expect(drill.report?.chains.every(({ ok }) => ok)).toBe(true);
    // Nobody was kept waiting: the crawler went on meanwhile.
    expect((await system.progress()).judged).toBeGreaterThan(before.judged);
  });

  it('restores into a new folder that then starts with the same accounts', async () => {
    const fresh = join(folder, 'fresh');
    const restored = await lamro(['restore', '--in', file], { LAMRO_HOME: fresh });
    expect([restored.code, restored.errors]).toEqual([0, '']);
    expect(existsSync(join(fresh, 'tai-khoan-mau-hai-phong.txt'))).toBe(true);
    const again = await lamro(['restore', '--in', file], { LAMRO_HOME: fresh });
    expect(again).toMatchObject({ code: 2, errors: expect.stringMatching(/đã có một bản cài đặt.*LAMRO_HOME/) });
    await system.shutdown.run();
    const second = await startSystem(loadConfig({ LAMRO_HOME: fresh, PORT: '0', LOG_LEVEL: 'silent' }, {}), false);
    try {
      expect((await second.progress()).judged).toBeGreaterThanOrEqual(15);
      const page = await fetch(second.address);
      expect(page.status).toBeLessThan(400);
    } finally {
      await second.shutdown.run();
    }
  });

  it.each([
    [['backup', '--out', join(folder, 'x')], {}, /Thiếu DATABASE_URL.*npm start/],
    [['backup', '--out', join(folder, 'x')], { BACKUP_PASSPHRASE: '' }, /luôn được mã hóa.*BACKUP_RECIPIENT/],
    [['restore', '--in', file, '--check'], { BACKUP_PASSPHRASE: 'một mật khẩu hoàn toàn khác' }, /sai mật khẩu/],
    [['restore', '--in', join(folder, 'none')], {}, /Không có tệp/],
  ])('%j cannot run, and says why', async (args, env, why) => {
    const { code, errors, report } = await lamro(args, { LAMRO_HOME: join(folder, 'nowhere'), ...env });
    expect([code, report]).toEqual([2, null]);
    expect(errors).toMatch(why);
  });
});
