import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import {
  createServer as createTlsServer,
  getCACertificates,
  setDefaultCACertificates,
  type Server as TlsServer,
} from 'node:tls';
import { afterEach, describe, expect, it } from 'vitest';
import { selfSigned } from '../../test/certificate.ts';
import { isLoopback } from '../address/address.ts';
import {
  AddressRefused,
  type ConnectionOptions,
  guardedConnector,
  loopbackOnly,
  NameUnresolved,
  systemResolve,
} from './connection.ts';

const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function listening(server: Server | TlsServer, host: string): Promise<string> {
  servers.push(server);
  server.listen(0, host);
  await once(server, 'listening');
  const address = server.address();
  return String(typeof address === 'object' && address !== null ? address.port : 0);
}

function connect(
  options: Partial<ConnectionOptions>,
  hostname: string,
  port: string,
  protocol = 'http:',
): Promise<Socket> {
  const connector = guardedConnector({
    resolve: async () => [{ address: '127.0.0.1', family: 4 }],
    refuse: loopbackOnly,
    timeoutMs: 2000,
    ...options,
  });
  return new Promise((resolve, reject) => {
    connector({ hostname, host: `${hostname}:${port}`, protocol, port }, (error, socket) => {
      if (error !== null) return reject(error);
      socket.on('error', reject);
      socket.end();
      resolve(socket);
    });
  });
}

describe('guardedConnector', () => {
  it('asks a name once and connects to the address that was judged', async () => {
    const port = await listening(createServer(), '127.0.0.1');
    const answers = ['127.0.0.1', '10.0.0.1'];
    const asked: string[] = [];
    const resolve: ConnectionOptions['resolve'] = async (hostname) => {
      asked.push(hostname);
      return [{ address: answers.shift() ?? '', family: 4 }];
    };
    const socket = await connect({ resolve }, 'news.example', port);
    expect(socket.remoteAddress).toBe('127.0.0.1');
    expect(asked).toEqual(['news.example']);
    await expect(connect({ resolve }, 'news.example', port)).rejects.toBeInstanceOf(AddressRefused);
  });

  it('judges the peer of the open socket again', async () => {
    const port = await listening(createServer(), '127.0.0.1');
    const verdicts = [null, 'loopback'];
    const refuse = (): string | null => verdicts.shift() ?? null;
    await expect(connect({ refuse }, '127.0.0.1', port)).rejects.toMatchObject({ range: 'loopback' });
  });

  it('tries the next address when the first does not answer', async () => {
    const port = await listening(createServer(), '127.0.0.3');
    const resolve: ConnectionOptions['resolve'] = async () =>
      ['127.0.0.2', '127.0.0.3'].map((address) => ({ address, family: 4 }));
    expect((await connect({ resolve }, 'news.example', port)).remoteAddress).toBe('127.0.0.3');
  });

  it('names a host without addresses', async () => {
    await expect(connect({ resolve: async () => [] }, 'news.example', '80')).rejects.toBeInstanceOf(NameUnresolved);
    const broken = async (): Promise<never> => Promise.reject(new Error('SERVFAIL'));
    await expect(connect({ resolve: broken }, 'news.example', '80')).rejects.toBeInstanceOf(NameUnresolved);
  });

  it('checks a certificate by the name, not by the address', async () => {
    const { key, certificate } = selfSigned('news.example');
    const names: (string | false)[] = [];
    const server = createTlsServer({ key, cert: certificate }, (socket) => {
      names.push(socket.servername ?? false);
      socket.on('error', () => socket.destroy());
    });
    const port = await listening(server, '127.0.0.1');
    await expect(connect({}, 'news.example', port, 'https:')).rejects.toMatchObject({
      code: 'DEPTH_ZERO_SELF_SIGNED_CERT',
    });
    const before = getCACertificates('default');
    setDefaultCACertificates([...before, certificate]);
    try {
      const socket = await connect({}, 'news.example', port, 'https:');
      expect(socket.remoteAddress).toBe('127.0.0.1');
      await expect(connect({}, 'other.example', port, 'https:')).rejects.toMatchObject({
        code: 'ERR_TLS_CERT_ALTNAME_INVALID',
      });
      expect(names).toContain('news.example');
    } finally {
      setDefaultCACertificates(before);
    }
  });

  it('says which name was refused and why, and keeps the cause of one that does not resolve', async () => {
    const refused = connect({ resolve: async () => [{ address: '10.0.0.1', family: 4 }] }, 'news.example', '80');
    await expect(refused).rejects.toMatchObject({
      message: 'news.example is not-loopback',
      host: 'news.example',
      range: 'not-loopback',
    });
    const cause = new Error('SERVFAIL');
    await expect(connect({ resolve: async () => Promise.reject(cause) }, 'news.example', '80')).rejects.toMatchObject({
      message: 'news.example does not resolve',
      host: 'news.example',
      cause,
    });
  });

  it('refuses a name of which any address is refused, wherever it stands', async () => {
    const port = await listening(createServer(), '127.0.0.1');
    for (const addresses of [
      ['127.0.0.1', '8.8.8.8'],
      ['127.0.0.1', '127.0.0.1', '127.0.0.1', '127.0.0.1', '127.0.0.1', '8.8.8.8'],
    ]) {
      const resolve = async () => addresses.map((address) => ({ address, family: 4 }));
      await expect(connect({ resolve }, 'news.example', port)).rejects.toBeInstanceOf(AddressRefused);
    }
  });

  it('tries four addresses of a name and no fifth', async () => {
    const port = await listening(createServer(), '127.0.0.9');
    const resolve = (places: number) => async () =>
      Array.from({ length: 6 }, (_, n) => ({ address: `127.0.0.${n === places - 1 ? 9 : n + 2}`, family: 4 }));
    expect((await connect({ resolve: resolve(4) }, 'news.example', port)).remoteAddress).toBe('127.0.0.9');
    await expect(connect({ resolve: resolve(5) }, 'news.example', port)).rejects.toMatchObject({
      code: 'ECONNREFUSED',
    });
  });

  it('asks no resolver for an address', async () => {
    const port = await listening(createServer(), '127.0.0.1');
    const resolve = async (): Promise<never> => Promise.reject(new Error('asked'));
    expect((await connect({ resolve }, '127.0.0.1', port)).remoteAddress).toBe('127.0.0.1');
  });

  it('closes the socket whose peer it refuses', async () => {
    const closed = Promise.withResolvers<void>();
    const server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.on('close', () => closed.resolve());
      socket.resume();
    });
    const port = await listening(server, '127.0.0.1');
    const verdicts = [null, 'private'];
    await expect(connect({ refuse: () => verdicts.shift() ?? null }, '127.0.0.1', port)).rejects.toMatchObject({
      host: '127.0.0.1',
      range: 'private',
    });
    await closed.promise;
  });
});

it('the resolver of the machine gives every address of a name', async () => {
  const addresses = await systemResolve('localhost');
  expect(addresses.length).toBeGreaterThan(0);
  for (const { address } of addresses) expect(isLoopback(address), address).toBe(true);
});
