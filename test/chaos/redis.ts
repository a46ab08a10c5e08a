import { startTestRedis } from '@lamro/testkit';
import { type Line, startLine } from './line.ts';

/** A real Redis behind a proxy, which keeps nothing on disk. */
export interface RedisServer {
  readonly url: string;
  readonly proxy: Line;
  /** SIGKILL, and a new one with nothing in it. */
  restartEmpty(): Promise<void>;
  close(): Promise<void>;
}

/** @throws Error when Redis is not installed */
export async function startRedis(): Promise<RedisServer> {
  let redis = await startTestRedis();
  const { port } = redis;
  const proxy = await startLine();
  proxy.leadTo('127.0.0.1', port);
  return {
    url: `redis://127.0.0.1:${proxy.port}`,
    proxy,
    restartEmpty: async () => {
      await redis.kill();
      redis = await startTestRedis({ port });
    },
    close: async () => {
      await redis.kill();
      await proxy.close();
    },
  };
}
