import { connect, createServer } from 'node:net';
import { expect, it } from 'vitest';

function open(host: string, port: number): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    socket.once('connect', () => {
      socket.destroy();
      resolve('connected');
    });
    socket.once('error', (error) => resolve(error.message));
  });
}

it('stays on loopback', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  expect(await open('127.0.0.1', typeof address === 'object' && address !== null ? address.port : 0)).toBe('connected');
  server.close();
});

it('reaches beyond it', async () => {
  // Its own expectations hold: only the guard can fail it.
  expect(await open('192.0.2.1', 80)).toMatch(/không được ra ngoài/);
});
