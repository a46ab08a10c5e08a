import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Fortress, openFortress } from './fortress.ts';
import { tell } from './tell.ts';

let fortress: Fortress;
beforeAll(async () => {
  // The same limits, only sooner: nobody waits for minutes here.
  fortress = await openFortress({ listen: { patience: { headMs: 3_000, requestMs: 15_000, lookEveryMs: 500 } } });
});
afterAll(() => fortress.close());

const MEGABYTE = 1024 * 1024;

function dial(): Socket {
  const socket = connect(Number(new URL(fortress.address).port), '127.0.0.1');
  // Being cut off is what is tested.
  socket.on('error', () => socket.destroy());
  return socket;
}

/** Sends bytes and reads the status of what comes back, or `cut` where nothing did. */
async function raw(head: string, ...more: readonly string[]): Promise<string> {
  const socket = dial();
  await once(socket, 'connect');
  let answer = '';
  socket.on('data', (bytes: Buffer) => {
    answer += bytes.toString('latin1');
  });
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  for (const part of [head, ...more]) socket.write(part);
  const quiet = setTimeout(() => socket.destroy(), 20_000);
  while (!answer.includes('\r\n') && !socket.destroyed) await new Promise((resolve) => setTimeout(resolve, 20));
  clearTimeout(quiet);
  socket.destroy();
  await closed;
  return /^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 'cut';
}

describe('bodies that are too large', () => {
  it('are refused before they are read, with and without a stated length', async ({ task }) => {
    let tried = 0;
    const routes = ['/api/v1/flags/1/reviews', '/api/v1/cases/1/files?fileName=a.pdf', '/api/v1/records/import'];
    for (const path of routes) {
      const key = `authorization: Bearer ${fortress.keyOf('administrator')}\r\n`;
      const head = `POST ${path} HTTP/1.1\r\nhost: x\r\n${key}content-type: application/json\r\n`;
      expect(await raw(`${head}content-length: ${27 * MEGABYTE}\r\n\r\n`), path).toBe('413');
      expect(await raw(`${head}content-length: 99999999999999\r\n\r\n`), path).toMatch(/^(413|400|cut)$/);
      tried += 2;
    }
    for (const path of ['/sign-in', '/reset-password', '/invitation', '/cases', '/stream/filters']) {
      const head = `POST ${path} HTTP/1.1\r\nhost: x\r\ncontent-type: application/x-www-form-urlencoded\r\n`;
      expect(await raw(`${head}content-length: ${MEGABYTE}\r\n\r\n`), path).toBe('413');
      const chunk = `10000\r\n${'a='.repeat(0x8000)}\r\n`;
      expect(await raw(`${head}transfer-encoding: chunked\r\n\r\n`, chunk, chunk, '0\r\n\r\n'), path).toMatch(
        /^(413|cut)$/,
      );
      tried += 2;
    }
    tell(task, 'Thân yêu cầu quá lớn', tried);
  });

  it('of a million fields, and nested a hundred thousand deep, break nothing', async ({ task }) => {
    const visitor = await fortress.visitor('administrator');
    const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const form = `host: x\r\ncookie: ${cookie}\r\ncontent-type: application/x-www-form-urlencoded\r\n`;
    const fields = 'a=&'.repeat(MEGABYTE);
    expect(await raw(`POST /sources HTTP/1.1\r\n${form}content-length: ${fields.length}\r\n\r\n`, fields)).toBe('413');
    const bodies = [
      '['.repeat(100_000) + ']'.repeat(100_000),
      `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`,
      `{"settings":{"rules":[${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}]}}`,
      `{${'"a":1,'.repeat(200_000)}"b":1}`,
      `{"__proto__":{"role":"administrator"},"constructor":{"prototype":{"x":1}}}`,
      `"${'\\u0000'.repeat(10_000)}"`,
      `[${'1e400,'.repeat(10_000)}1]`,
    ];
    for (const body of bodies)
      for (const path of ['/sources', '/source-trials', '/cases', '/webhooks', '/intake']) {
        const key = `authorization: Bearer ${fortress.keyOf('administrator')}\r\ncontent-type: application/json\r\n`;
        const head = `POST /api/v1${path} HTTP/1.1\r\nhost: x\r\n${key}content-length: ${Buffer.byteLength(body)}\r\n\r\n`;
        expect(await raw(head, body), `${path} ${body.slice(0, 30)}`).toMatch(/^4(?!04)\d\d$/);
      }
    expect(Reflect.get({}, 'role')).toBeUndefined();
    tell(task, 'Thân yêu cầu quá lớn', bodies.length * 5 + 1);
  });
});

describe('heads that no honest client sends', () => {
  it.each([
    ['a head without end', `GET / HTTP/1.1\r\nhost: x\r\nx-a: ${'a'.repeat(70_000)}\r\n\r\n`],
    ['ten thousand headers', `GET / HTTP/1.1\r\nhost: x\r\n${'x-a: b\r\n'.repeat(10_000)}\r\n`],
    ['an address of a megabyte', `GET /${'a'.repeat(MEGABYTE)} HTTP/1.1\r\nhost: x\r\n\r\n`],
    ['two lengths', 'POST /sign-in HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab'],
    [
      'a length and chunks',
      'POST /sign-in HTTP/1.1\r\nhost: x\r\ncontent-length: 4\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
    ],
    ['a chunk without size', 'POST /sign-in HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n\r\n'],
    ['a line feed alone', 'GET / HTTP/1.1\nhost: x\n\n'],
    ['a broken percent', 'GET /articles/%E0%A4%A HTTP/1.1\r\nhost: x\r\n\r\n'],
    ['an absolute address elsewhere', 'GET http://127.0.0.1:1/ HTTP/1.1\r\nhost: x\r\n\r\n'],
    ['a tunnel', 'CONNECT 127.0.0.1:5432 HTTP/1.1\r\nhost: x\r\n\r\n'],
    ['a method of nobody', 'HACK / HTTP/1.1\r\nhost: x\r\n\r\n'],
    ['no host', 'GET / HTTP/1.1\r\n\r\n'],
    ['a host that is none', 'GET / HTTP/1.1\r\nhost: a b\r\n\r\n'],
    ['a dot path', 'GET /../../../etc/passwd HTTP/1.1\r\nhost: x\r\n\r\n'],
  ])('%s is answered or cut, never with a fault of ours', async (_, head) => {
    expect(await raw(head)).toMatch(/^([234]\d\d|cut)$/);
  });
});

describe('clients that are slow on purpose', () => {
  it('neither keep others waiting nor a connection for ever', async ({ task }) => {
    const slow = await Promise.all(
      Array.from({ length: 300 }, async (_, index) => {
        const socket = dial();
        await once(socket, 'connect');
        // Half send no end of their head, half no end of their body.
        socket.write(
          index % 2 === 0
            ? 'GET / HTTP/1.1\r\nhost: x\r\nx-a: '
            : 'POST /sign-in HTTP/1.1\r\nhost: x\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: 1000\r\n\r\na',
        );
        return socket;
      }),
    );
    const drip = setInterval(() => {
      for (const socket of slow) if (!socket.destroyed) socket.write('a');
    }, 1_000);
    try {
      for (let n = 0; n < 20; n++) expect((await fetch(`${fortress.address}/healthz`)).status).toBe(200);
      const end = Date.now() + 90_000;
      while (slow.some((socket) => !socket.destroyed) && Date.now() < end)
        await new Promise((resolve) => setTimeout(resolve, 200));
      expect(slow.filter((socket) => !socket.destroyed)).toEqual([]);
    } finally {
      clearInterval(drip);
      for (const socket of slow) socket.destroy();
    }
    tell(task, 'Khách cố ý chậm', slow.length);
  });
});
