import { accessSync, constants, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ensureSecrets, type Secrets } from '@lamro/runtime';

export interface Home {
  readonly folder: string;
  readonly secrets: Secrets;
  path(...parts: string[]): string;
  /** Gives the folder back to the next start. */
  release(): void;
}

/**
 * Opens the folder where everything on this machine is kept and holds it against a second start.
 *
 * @throws Error with one Vietnamese line when it cannot be written or another start holds it
 */
export function openHome(folder: string): Home {
  try {
    makeFolder(folder);
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw new Error(`Không ghi được vào thư mục dữ liệu ${folder}: hãy cấp quyền ghi hoặc chọn nơi khác bằng --data.`, {
      cause,
    });
  }
  const lock = join(folder, 'lamro.lock');
  takeLock(lock, folder);
  return {
    folder,
    secrets: ensureSecrets(join(folder, 'secrets.json')),
    path: (...parts) => join(folder, ...parts),
    release: () => rmSync(lock, { force: true }),
  };
}

/** One folder at a time: the recursive form of Node never returns where the system refuses new folders without saying so (/proc). */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder, { mode: 0o700 });
}

/** A lock names its holder by process id and start time, so that a killed holder's lock is known to be stale. */
function takeLock(lock: string, folder: string): void {
  for (let tries = 0; tries < 2; tries++) {
    try {
      writeFileSync(lock, identityOf(process.pid), { flag: 'wx', mode: 0o600 });
      return;
    } catch (cause) {
      if (!isTaken(cause))
        throw new Error(
          `Không ghi được vào thư mục dữ liệu ${folder}: hãy cấp quyền ghi hoặc chọn nơi khác bằng --data.`,
          { cause },
        );
      const holder = readFileSync(lock, 'utf8');
      const pid = Number(holder.split(' ')[0]);
      if (isAlive(pid) && identityOf(pid) === holder) {
        throw new Error(
          `Làm Rõ đang chạy trên thư mục ${folder} (tiến trình ${pid}): hãy dừng lại trước, hoặc chọn thư mục khác bằng --data.`,
        );
      }
      rmSync(lock, { force: true });
    }
  }
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST';
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 1) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM means it lives and belongs to another user.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

const START_TIME_FIELD = 19;

/** Process ids come round again; together with the start time (where /proc tells it) they name one process. */
function identityOf(pid: number): string {
  const stat = `/proc/${pid}/stat`;
  if (!existsSync(stat)) return `${pid}`;
  const afterName = readFileSync(stat, 'utf8').split(') ').at(-1) ?? '';
  return `${pid} ${afterName.split(' ')[START_TIME_FIELD] ?? ''}`;
}
