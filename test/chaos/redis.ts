import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Line, startLine } from './line.ts';

export const REDIS_SERVER = [
  '/usr/bin/redis-server',
  '/usr/local/bin/redis-server',
  '/opt/homebrew/bin/redis-server',
].find((path) => existsSync(path));

/** A real Redis behind a proxy, which keeps nothing on disk. */
export interface RedisServer {
  readonly url: string;
  readonly proxy: Line;
  /** SIGKILL, and a new one with nothing in it. */
  restartEmpty(): Promise<void>;
  close(): Promise<void>;
}

export async function startRedis(): Promise<RedisServer> {
  const program = REDIS_SERVER;
  if (program === undefined) throw new Error('redis-server is not installed');
  const proxy = await startLine();
  const port = await freePort();
  proxy.leadTo('127.0.0.1', port);
  let server = await launch(program, port);
  const end = async (): Promise<void> => {
    const ended = once(server, 'exit');
    server.kill('SIGKILL');
    await ended;
  };
  return {
    url: `redis://127.0.0.1:${proxy.port}`,
    proxy,
    restartEmpty: async () => {
      await end();
      server = await launch(program, port);
    },
    close: async () => {
      await end();
      await proxy.close();
    },
  };
}

async function launch(program: string, port: number): Promise<ChildProcess> {
  const settings = ['--port', `${port}`, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  const server = spawn(program, [...settings, '--maxmemory-policy', 'noeviction'], { stdio: 'ignore' });
  for (let tries = 0; tries < 100; tries++) {
    const socket = connect(port, '127.0.0.1');
    const there = await once(socket, 'connect').then(
      () => true,
      () => false,
    );
    socket.destroy();
    if (there) return server;
    await sleep(50);
  }
  throw new Error(`redis-server does not listen on port ${port}`);
}

export async function freePort(host = '127.0.0.1'): Promise<number> {
  const probe = createServer().listen(0, host);
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}
