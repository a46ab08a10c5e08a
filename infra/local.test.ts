import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openTestDatabase } from '@lamro/testkit';
import { afterAll, describe, expect, it } from 'vitest';

const LOCAL = join(import.meta.dirname, 'local.ts');
const root = mkdtempSync(join(tmpdir(), 'lamro-local-'));
const data = join(root, 'data');
afterAll(() => rmSync(root, { recursive: true, force: true }));

interface Run {
  readonly child: ChildProcess;
  printed(): string;
  readonly exit: Promise<number | null>;
}

function start(args: readonly string[], env: Record<string, string> = {}): Run {
  const child = spawn(process.execPath, [LOCAL, ...args], {
    env: { PATH: process.env['PATH'] ?? '', ...env },
    stdio: 'pipe',
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk) => {
      printed += chunk;
    });
  const exit = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  return { child, printed: () => printed, exit };
}

async function addressOf(run: Run): Promise<string> {
  for (let tries = 0; tries < 400; tries++) {
    const found = /đang chạy: (http:\S+)/.exec(run.printed())?.[1];
    if (found !== undefined) return found;
    if (run.child.exitCode !== null) break;
    await sleep(100);
  }
  throw new Error(`did not start:\n${run.printed()}`);
}

async function judged(address: string): Promise<number> {
  const metrics = await (await fetch(`${address}/metrics`)).text();
  return [...metrics.matchAll(/^lamro_judged_total\{.*\} (\d+)$/gm)].reduce((sum, match) => sum + Number(match[1]), 0);
}

/** Process ids whose command line names the data folder. */
function processesOf(folder: string): number[] {
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      return readFileSync(`/proc/${name}/cmdline`, 'utf8').includes(folder) ? [Number(name)] : [];
    } catch {
      // Ended between the listing and the reading.
      return [];
    }
  });
}

async function until(what: string, done: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    if (await done()) return;
    await sleep(100);
  }
  throw new Error(`not in time: ${what}`);
}

describe('npm start', () => {
  it('brings items to the page, keeps its secrets, and ends in order', async () => {
    const run = start(['--data', data, '--port', '0']);
    const address = await addressOf(run);
    expect((await fetch(`${address}/readyz`)).status).toBe(200);
    await until('first judged item', async () => (await judged(address)) > 0);
    const accounts = readdirSync(data).find((name) => name.startsWith('tai-khoan-mau')) ?? '';
    expect(statSync(join(data, accounts)).mode & 0o077).toBe(0);
    expect(statSync(join(data, 'secrets.json')).mode & 0o077).toBe(0);
    const second = start(['--data', data, '--port', '0']);
    expect(await second.exit).toBe(1);
    expect(second.printed()).toMatch(/đang chạy trên thư mục/);
    run.child.kill('SIGINT');
    expect(await run.exit).toBe(0);
    expect(run.printed()).toMatch(/Đã dừng/);
    expect(processesOf(data)).toEqual([]);
    expect(existsSync(join(data, 'lamro.lock'))).toBe(false);
  });

  it('recovers by itself from a kill of everything and finds its data again', async () => {
    const run = start(['--data', data, '--port', '0']);
    await addressOf(run);
    for (const pid of processesOf(data)) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // A backend of the database that ended with its postmaster.
      }
    }
    await run.exit;
    const again = start(['--data', data, '--port', '0']);
    await addressOf(again);
    await until('the progress line', async () => /bài [1-9]/.test(again.printed()));
    again.child.kill('SIGTERM');
    expect(await again.exit).toBe(0);
    expect(processesOf(data)).toEqual([]);
  });

  it('recovers when only its own process was killed and the database lived on', async () => {
    const run = start(['--data', data, '--port', '0']);
    await addressOf(run);
    run.child.kill('SIGKILL');
    await run.exit;
    const again = start(['--data', data, '--port', '0']);
    await addressOf(again);
    again.child.kill('SIGINT');
    expect(await again.exit).toBe(0);
    expect(processesOf(data)).toEqual([]);
  });
});

describe('live use', () => {
  it('knows no default account and gives one invitation to the first administrator', async () => {
    const folder = mkdtempSync(join(root, 'live-'));
    const run = start(['--data', folder, '--port', '0', '--live']);
    const address = await addressOf(run);
    await until('the invitation', async () => /dùng một lần\): http/.test(run.printed()));
    expect(readdirSync(folder).filter((name) => name.startsWith('tai-khoan'))).toEqual([]);
    const link = /dùng một lần\): (\S+)/.exec(run.printed())?.[1] ?? '';
    expect(link.startsWith(address)).toBe(true);
    expect((await fetch(link)).status).toBe(200);
    run.child.kill('SIGINT');
    expect(await run.exit).toBe(0);
  });

  it("makes no sample accounts on an operator's own database", async () => {
    const database = await openTestDatabase();
    const folder = mkdtempSync(join(root, 'own-'));
    const run = start(['--data', folder], { PORT: '0', DATABASE_URL: database.url });
    await addressOf(run);
    await until('the invitation', async () => /dùng một lần\): http/.test(run.printed()));
    expect(readdirSync(folder).filter((name) => name.startsWith('tai-khoan') || name === 'postgres')).toEqual([]);
    run.child.kill('SIGINT');
    expect(await run.exit).toBe(0);
    await database.close();
  });
});

describe('a start that cannot be', () => {
  it.each([
    ['an unknown profile', ['--profile', 'ha-noi'], {}, /ha-noi/],
    ['an unknown option', ['--prot', '1'], {}, /--help/],
    ['an unwritable folder', ['--data', '/proc/lamro'], {}, /Không ghi được vào thư mục/],
    ['a database that does not answer', [], { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' }, /DATABASE_URL/],
    ['a wrong setting', [], { PORT: 'tám nghìn' }, /PORT phải là số cổng/],
  ])('%s gets one clear line and code 1', async (_, args, env, message) => {
    const folder = mkdtempSync(join(root, 'case-'));
    const run = start(['--data', folder, ...args], { PORT: '0', ...env });
    expect(await run.exit).toBe(1);
    expect(run.printed().trim().split('\n')).toHaveLength(1);
    expect(run.printed()).toMatch(message);
  });

  it('a taken port gets one clear line and code 1', async () => {
    const taken = createServer();
    const port = await new Promise<number>((resolve) => {
      taken.listen(0, '127.0.0.1', () => {
        const address = taken.address();
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
    const run = start(['--port', `${port}`, '--data', mkdtempSync(join(root, 'case-'))]);
    expect(await run.exit).toBe(1);
    expect(run.printed().trim().split('\n')).toHaveLength(1);
    expect(run.printed()).toMatch(/đang có chương trình khác dùng/);
    taken.close();
  });

  it('tells its options with --help', () => {
    expect(execFileSync(process.execPath, [LOCAL, '--help'], { encoding: 'utf8' })).toMatch(
      /--profile[\s\S]*--live[\s\S]*--port[\s\S]*--data/,
    );
  });
});
