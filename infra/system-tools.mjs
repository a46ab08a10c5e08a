import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Programs that some tests need, with the Debian package that brings each. */
export const SYSTEM_TOOLS = [
  { program: 'redis-server', package: 'redis-server' },
  { program: 'chromium', package: 'chromium' },
  { program: 'soffice', package: 'libreoffice-writer' },
  { program: 'pdftoppm', package: 'poppler-utils' },
  { program: 'systemd-analyze', package: 'systemd' },
];

/** The tools that this machine lacks. */
export function missingTools() {
  return SYSTEM_TOOLS.filter(({ program }) => spawnSync('sh', ['-c', `command -v ${program}`]).status !== 0);
}

/** Installs what is missing where that is allowed (root on Debian); otherwise one line says what to install. */
export function installSystemTools() {
  const missing = missingTools().map((tool) => tool.package);
  if (missing.length === 0) return;
  const line = `Thiếu ${missing.join(', ')}: phần kiểm thử cần đến chúng sẽ được ghi là bỏ qua. Trên Debian: apt-get install ${missing.join(' ')}`;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    process.stderr.write(`${line}\n`);
    return;
  }
  process.stderr.write(`Đang cài ${missing.join(', ')} bằng apt-get…\n`);
  const apt = (...args) =>
    spawnSync('apt-get', args, { encoding: 'utf8', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  apt('update');
  const run = apt('install', '-y', '--no-install-recommends', ...missing);
  if (run.status !== 0) process.stderr.write(`${run.stderr ?? ''}\n${line}\n`);
}
