import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';

const lineSchema = z.looseObject({ msg: z.string() });
export type LogLine = z.infer<typeof lineSchema>;

/** A service as an operating-system process, with everything that it said. */
export interface ServiceProcess {
  readonly name: string;
  readonly pid: number;
  readonly lines: readonly LogLine[];
  /** Address of health and metrics. */
  operations(): Promise<string>;
  /** The line with this message, once it is there. */
  said(message: string): Promise<LogLine>;
  isRunning(): boolean;
  kill(): Promise<void>;
  /** Asks it to end in order. @returns the exit code */
  stop(): Promise<number | null>;
}

export function startProcess(
  name: string,
  script: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): ServiceProcess {
  const child = spawn(process.execPath, [script, ...args], {
    env: { PATH: process.env['PATH'] ?? '', HOST: '127.0.0.1', OPERATIONS_PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: LogLine[] = [];
  let errors = '';
  child.stderr?.on('data', (chunk) => {
    errors += chunk;
  });
  if (child.stdout !== null)
    createInterface({ input: child.stdout }).on('line', (line) => {
      const parsed = lineSchema.safeParse(JSON.parse(line));
      if (parsed.success) lines.push(parsed.data);
    });
  const exited = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  const said = async (message: string): Promise<LogLine> => {
    for (let tries = 0; tries < 1_200; tries++) {
      const found = lines.find((line) => line.msg === message);
      if (found !== undefined) return found;
      if (hasEnded(child)) break;
      await sleep(50);
    }
    throw new Error(`${name} never said "${message}":\n${errors}`);
  };
  return {
    name,
    pid: child.pid ?? 0,
    lines,
    said,
    operations: async () => `http://127.0.0.1:${(await said('operations port open'))['operations']}`,
    isRunning: () => !hasEnded(child),
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
    stop: async () => {
      if (!hasEnded(child)) child.kill('SIGTERM');
      return exited;
    },
  };
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}
