import { readFileSync } from 'node:fs';

/** Resident memory of a process in MiB, as Linux tells it. */
export function residentOf(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1_024;
}
