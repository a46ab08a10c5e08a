import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Lines of `postmaster.pid`, counted from 0, as PostgreSQL writes them. */
const PORT_LINE = 3;
const STATUS_LINE = 7;

/**
 * The port on which the embedded server of a data folder answers.
 *
 * @param dataDir folder of the cluster
 * @returns null when no server has it open
 */
export function findRunningPort(dataDir: string): number | null {
  const file = join(dataDir, 'postmaster.pid');
  if (!existsSync(file)) return null;
  const lines = readFileSync(file, 'utf8').split('\n');
  const port = Number(lines[PORT_LINE]);
  const ready = lines[STATUS_LINE]?.trim() === 'ready';
  return ready && isAlive(Number(lines[0])) && Number.isInteger(port) && port > 0 ? port : null;
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
