import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** The program; undefined where it is not installed. */
export const REDIS_PROGRAM = [
  '/usr/bin/redis-server',
  '/usr/local/bin/redis-server',
  '/opt/homebrew/bin/redis-server',
].find((path) => existsSync(path));

export interface TestRedis {
  readonly port: number;
  /** Address with the password, where it has one. */
  readonly url: string;
  /** Everything that the server said so far. */
  said(): string;
  close(): Promise<void>;
  /** Ends it as a crash does. */
  kill(): Promise<void>;
}

export interface TestRedisOptions {
  readonly password?: string;
  /** What it does when its memory is full; by default what a queue needs. */
  readonly policy?: string;
  /** Where it listens; a free port when absent. */
  readonly port?: number;
}

/**
 * Starts a real Redis on loopback that keeps nothing on disk.
 *
 * @throws Error when it is not installed or does not begin to listen
 */
export async function startTestRedis({
  password,
  policy = 'noeviction',
  port: wanted,
}: TestRedisOptions = {}): Promise<TestRedis> {
  if (REDIS_PROGRAM === undefined) throw new Error('redis-server is not installed: infra/system-tools.mjs does it');
  const port = wanted ?? (await freePort());
  const settings = ['--port', `${port}`, '--bind', '127.0.0.1', '--save', '', '--maxmemory-policy', policy];
  const server = spawn(REDIS_PROGRAM, [...settings, ...(password === undefined ? [] : ['--requirepass', password])], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let said = '';
  server.stdout.on('data', (bytes: Buffer) => {
    said += bytes.toString();
  });
  await listens(port);
  const end = async (signal: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const ended = once(server, 'exit');
    server.kill(signal);
    await ended;
  };
  return {
    port,
    url: `redis://${password === undefined ? '' : `:${encodeURIComponent(password)}@`}127.0.0.1:${port}`,
    said: () => said,
    close: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  };
}

/** A port that nobody listens on at this moment. */
export async function freePort(host = '127.0.0.1'): Promise<number> {
  const probe = createServer().listen(0, host);
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}

async function listens(port: number): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const socket = connect(port, '127.0.0.1');
    const there = await once(socket, 'connect').then(
      () => true,
      () => false,
    );
    socket.destroy();
    if (there) return;
    await sleep(50);
  }
  throw new Error(`redis-server does not listen on port ${port}`);
}
