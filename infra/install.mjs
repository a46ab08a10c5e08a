// Runs on the machine's own Node (20 or newer), before anything is installed.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
export const NODE = join(ROOT, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
export const PNPM = 'pnpm@12.21.0';
const OLDEST_NODE = 20;

/** Installs the locked dependencies and the pinned Node. Ends the process with one line when that fails. */
export function install() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < OLDEST_NODE) fail(`Cần Node.js ${OLDEST_NODE} trở lên, máy này có ${process.versions.node}.`);
  process.stderr.write('Đang cài đặt các gói cần thiết…\n');
  const run = spawnSync('npx', ['--yes', PNPM, 'install', '--frozen-lockfile', '--reporter=append-only'], {
    cwd: ROOT,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (run.status === 0) return;
  process.stderr.write(`${run.stdout ?? ''}${run.stderr ?? ''}`);
  fail(
    `Cài đặt không thành công (${run.error?.message ?? `mã ${run.status}`}): kiểm tra mạng tới kho gói npm rồi chạy lại.`,
  );
}

/** Prints one line and ends the process with code 1. @param {string} line @returns {never} */
export function fail(line) {
  process.stderr.write(`${line}\n`);
  process.exit(1);
}
