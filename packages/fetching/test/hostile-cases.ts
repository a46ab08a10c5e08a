import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import type { FetchFailureKind } from '@lamro/domain';
import { drip, pour, type RawAnswer, reply } from './raw-server.ts';

export interface HostileCase {
  readonly name: string;
  /** The failure it must cost, or `ok` where a page is still read. */
  readonly expected: FetchFailureKind | 'ok';
  readonly answer: RawAnswer;
  /** What /robots.txt answers; by default that there is none. */
  readonly robots?: RawAnswer;
}

const MB = 1024 * 1024;
const ZEROS = Buffer.alloc(64 * 1024);
const plain: RawAnswer = (socket) => reply(socket, '200 OK', ['content-type: text/html'], '<p>xin chào</p>');
const raw =
  (text: string): RawAnswer =>
  (socket) =>
    void socket.end(Buffer.from(text, 'latin1'));
const coded = (coding: string, body: () => Uint8Array): RawAnswer => {
  return (socket) => reply(socket, '200 OK', [`content-encoding: ${coding}`], body());
};
const sendTo = (location: string): RawAnswer => {
  return (socket) => reply(socket, '302 Found', [`location: ${location}`]);
};

const sizes: readonly HostileCase[] = [
  {
    name: '300 MB announced and sent',
    expected: 'too-large',
    answer: (socket) => {
      socket.write(`HTTP/1.1 200 OK\r\ncontent-length: ${300 * MB}\r\n\r\n`);
      return pour(socket, ZEROS, (300 * MB) / ZEROS.length);
    },
  },
  {
    name: '300 MB in chunks without a length',
    expected: 'too-large',
    answer: (socket) => {
      socket.write('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n');
      return pour(
        socket,
        Buffer.concat([Buffer.from('10000\r\n'), ZEROS, Buffer.from('\r\n')]),
        (300 * MB) / ZEROS.length,
      );
    },
  },
  {
    name: 'endless body until close',
    expected: 'too-large',
    answer: (socket) => {
      socket.write('HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n');
      return pour(socket, ZEROS);
    },
  },
  {
    name: 'endless body of one-byte chunks',
    expected: 'too-large',
    answer: (socket) => {
      socket.write('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n');
      return pour(socket, '1\r\na\r\n'.repeat(10_000));
    },
  },
  {
    name: 'length of an exabyte, nothing sent',
    expected: 'too-large',
    answer: (socket) => void socket.write('HTTP/1.1 200 OK\r\ncontent-length: 1000000000000000000\r\n\r\n'),
  },
  {
    name: 'length longer than the body',
    expected: 'protocol-error',
    answer: raw('HTTP/1.1 200 OK\r\ncontent-length: 500\r\n\r\nshort'),
  },
  {
    name: 'length shorter than the body: the rest is not read',
    expected: 'ok',
    answer: raw(
      'HTTP/1.1 200 OK\r\ncontent-length: 5\r\nconnection: close\r\n\r\nshortHTTP/1.1 200 OK\r\n\r\ninjected',
    ),
  },
  {
    name: 'negative length',
    expected: 'protocol-error',
    answer: raw('HTTP/1.1 200 OK\r\ncontent-length: -5\r\n\r\nshort'),
  },
  {
    name: 'length in words',
    expected: 'protocol-error',
    answer: raw('HTTP/1.1 200 OK\r\ncontent-length: five\r\n\r\nshort'),
  },
  {
    name: 'two lengths that differ',
    expected: 'protocol-error',
    answer: raw('HTTP/1.1 200 OK\r\ncontent-length: 5\r\ncontent-length: 9\r\n\r\nshortlong'),
  },
  {
    name: 'length and chunks together',
    expected: 'protocol-error',
    answer: raw('HTTP/1.1 200 OK\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n5\r\nshort\r\n0\r\n\r\n'),
  },
  {
    name: 'length beyond 64 bits',
    expected: 'protocol-error',
    answer: raw(`HTTP/1.1 200 OK\r\ncontent-length: ${'9'.repeat(40)}\r\n\r\nshort`),
  },
];

const headers: readonly HostileCase[] = [
  {
    name: 'flood of 200,000 headers',
    expected: 'headers-too-large',
    answer: (socket) => {
      socket.write('HTTP/1.1 200 OK\r\n');
      return pour(socket, 'x-flood: aaaaaaaaaaaaaaaa\r\n'.repeat(1000), 200);
    },
  },
  {
    name: 'one header of 4 MB',
    expected: 'headers-too-large',
    answer: raw(`HTTP/1.1 200 OK\r\nx-long: ${'a'.repeat(4 * MB)}\r\n\r\nbody`),
  },
  {
    name: 'header name of 1 MB',
    expected: 'headers-too-large',
    answer: raw(`HTTP/1.1 200 OK\r\n${'a'.repeat(MB)}: x\r\n\r\nbody`),
  },
  {
    name: 'headers without end',
    expected: 'headers-too-large',
    answer: (socket) => {
      socket.write('HTTP/1.1 200 OK\r\n');
      return pour(socket, 'x-more: and more\r\n');
    },
  },
  {
    name: 'headers dripped',
    expected: 'timed-out',
    answer: (socket) => {
      socket.write('HTTP/1.1 200 OK\r\n');
      drip(socket, 'x: y\r\n', 50);
    },
  },
  { name: 'NUL in a header', expected: 'protocol-error', answer: raw('HTTP/1.1 200 OK\r\nx-nul: a\0b\r\n\r\nbody') },
  { name: 'NUL in a header name', expected: 'protocol-error', answer: raw('HTTP/1.1 200 OK\r\nx\0y: a\r\n\r\nbody') },
  { name: 'header without colon', expected: 'protocol-error', answer: raw('HTTP/1.1 200 OK\r\nnonsense\r\n\r\nbody') },
  { name: 'header without name', expected: 'protocol-error', answer: raw('HTTP/1.1 200 OK\r\n: value\r\n\r\nbody') },
  { name: 'space before the colon', expected: 'protocol-error', answer: raw('HTTP/1.1 200 OK\r\nx-a : b\r\n\r\nbody') },
  {
    name: 'bare CR in a header',
    expected: 'protocol-error',
    answer: raw('HTTP/1.1 200 OK\r\nx-a: b\rx-c: d\r\n\r\nbody'),
  },
  {
    name: 'trailer flood',
    expected: 'headers-too-large',
    answer: (socket) => {
      socket.write('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\nshort\r\n0\r\n');
      return pour(socket, 'x-trailer: aaaaaaaaaaaaaaaaaaaaaaaa\r\n'.repeat(1000));
    },
  },
];

const protocol: readonly HostileCase[] = [
  { name: 'status line of nonsense', expected: 'protocol-error', answer: raw('HELLO WORLD\r\n\r\n') },
  { name: 'status code in words', expected: 'protocol-error', answer: raw('HTTP/1.1 OK 200\r\n\r\n') },
  { name: 'status code of four digits', expected: 'protocol-error', answer: raw('HTTP/1.1 2000 OK\r\n\r\n') },
  { name: 'HTTP/0.9: a body and nothing else', expected: 'protocol-error', answer: raw('<html>old</html>') },
  { name: 'HTTP/9.9', expected: 'protocol-error', answer: raw('HTTP/9.9 200 OK\r\n\r\nbody') },
  { name: 'HTTP/2 frames unasked', expected: 'protocol-error', answer: raw('\0\0\x12\x04\0\0\0\0\0\0\x03\0\0\0d') },
  { name: 'banner of another protocol', expected: 'protocol-error', answer: raw('SSH-2.0-OpenSSH_9.9\r\n') },
  { name: 'TLS alert on a plain port', expected: 'protocol-error', answer: raw('\x15\x03\x01\0\x02\x02\x46') },
  {
    name: 'upgrade unasked',
    expected: 'protocol-error',
    answer: raw('HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\n\r\n'),
  },
  { name: 'closed without a word', expected: 'connection-failed', answer: (socket) => void socket.end() },
  { name: 'reset without a word', expected: 'connection-failed', answer: (socket) => void socket.resetAndDestroy() },
  { name: 'closed in the status line', expected: 'connection-failed', answer: raw('HTTP/1.1 20') },
  { name: 'closed in the headers', expected: 'connection-failed', answer: raw('HTTP/1.1 200 OK\r\ncontent-le') },
  { name: 'no answer at all', expected: 'timed-out', answer: () => undefined },
  {
    name: 'flood of 103 Early Hints',
    expected: 'protocol-error',
    answer: (socket) => pour(socket, 'HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n'.repeat(100)),
  },
];

const bodies: readonly HostileCase[] = [
  {
    name: 'body dripped byte by byte',
    expected: 'timed-out',
    answer: (socket) => {
      socket.write('HTTP/1.1 200 OK\r\ncontent-length: 100000\r\n\r\n');
      drip(socket, 'a', 50);
    },
  },
  {
    name: 'body that stops half-way and stays open',
    expected: 'timed-out',
    answer: (socket) => void socket.write('HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\nhalf'),
  },
  {
    name: 'reset half-way',
    expected: 'protocol-error',
    answer: (socket) => {
      socket.write('HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\nhalf', () => socket.resetAndDestroy());
    },
  },
  {
    name: 'chunks cut off',
    expected: 'protocol-error',
    answer: raw('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\nshort\r\n9\r\ncut'),
  },
  {
    name: 'chunks without the last one',
    expected: 'protocol-error',
    answer: raw('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\nshort\r\n'),
  },
  {
    name: 'chunk size in words',
    expected: 'protocol-error',
    answer: raw('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\nshort\r\n0\r\n\r\n'),
  },
  {
    name: 'chunk size beyond 64 bits',
    expected: 'protocol-error',
    answer: raw(`HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n${'F'.repeat(20)}\r\nshort\r\n0\r\n\r\n`),
  },
  {
    name: 'negative chunk size',
    expected: 'protocol-error',
    answer: raw('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n-5\r\nshort\r\n0\r\n\r\n'),
  },
  {
    name: 'chunk longer than announced',
    expected: 'protocol-error',
    answer: raw('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2\r\nshort\r\n0\r\n\r\n'),
  },
  {
    name: 'chunk extension without end',
    expected: 'timed-out',
    answer: (socket) => {
      socket.write('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5;');
      drip(socket, 'a'.repeat(1000), 20);
    },
  },
  { name: 'NUL bytes in the body', expected: 'ok', answer: (socket) => reply(socket, '200 OK', [], 'a\0\0b') },
  { name: 'empty body', expected: 'ok', answer: (socket) => reply(socket, '200 OK', []) },
  { name: '204 with a body', expected: 'ok', answer: raw('HTTP/1.1 204 No Content\r\n\r\nbody') },
];

const bomb = (): Buffer => Buffer.alloc(8 * MB);

const compression: readonly HostileCase[] = [
  { name: 'gzip bomb', expected: 'decompressed-too-large', answer: coded('gzip', () => gzipSync(bomb())) },
  { name: 'deflate bomb', expected: 'decompressed-too-large', answer: coded('deflate', () => deflateSync(bomb())) },
  {
    name: 'raw deflate bomb',
    expected: 'decompressed-too-large',
    answer: coded('deflate', () => deflateRawSync(bomb())),
  },
  { name: 'brotli bomb', expected: 'decompressed-too-large', answer: coded('br', () => brotliCompressSync(bomb())) },
  { name: 'zstd bomb', expected: 'decompressed-too-large', answer: coded('zstd', () => zstdCompressSync(bomb())) },
  {
    name: 'gzip bomb in a gzip',
    expected: 'decompressed-too-large',
    answer: coded('gzip, gzip', () => gzipSync(gzipSync(bomb()))),
  },
  {
    name: 'gzip bomb of many members',
    expected: 'decompressed-too-large',
    answer: coded('gzip', () => Buffer.concat(Array.from({ length: 500 }, () => gzipSync(Buffer.alloc(64 * 1024))))),
  },
  {
    name: 'three layers of compression',
    expected: 'decompression-failed',
    answer: coded('gzip, gzip, gzip', () => gzipSync(gzipSync(gzipSync('x')))),
  },
  {
    name: 'ten thousand layers claimed',
    expected: 'decompression-failed',
    answer: coded('gzip,'.repeat(5_000), () => gzipSync('x')),
  },
  {
    name: 'gzip cut off',
    expected: 'decompression-failed',
    answer: coded('gzip', () => gzipSync('a long text').subarray(0, 20)),
  },
  {
    name: 'gzip with a wrong checksum',
    expected: 'decompression-failed',
    answer: coded('gzip', () => {
      const bytes = gzipSync('a long text');
      bytes[bytes.length - 6] = (bytes[bytes.length - 6] ?? 0) ^ 0xff;
      return bytes;
    }),
  },
  {
    name: 'plain text called gzip',
    expected: 'decompression-failed',
    answer: coded('gzip', () => Buffer.from('plain')),
  },
  {
    name: 'plain text called br',
    expected: 'decompression-failed',
    answer: coded('br', () => Buffer.from('plain text')),
  },
  {
    name: 'brotli cut off',
    expected: 'decompression-failed',
    answer: coded('br', () => brotliCompressSync('a long text').subarray(0, 8)),
  },
  {
    name: 'zstd that asks for a window of 2 GB',
    expected: 'decompression-failed',
    answer: coded('zstd', () => Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x00, 0xa8, 0x01, 0x00, 0x00])),
  },
  { name: 'unknown coding', expected: 'decompression-failed', answer: coded('compress', () => Buffer.from('x')) },
  {
    name: 'coding named like a property',
    expected: 'decompression-failed',
    answer: coded('__proto__', () => Buffer.from('x')),
  },
];

const redirects: readonly HostileCase[] = [
  {
    name: 'redirect to itself',
    expected: 'redirect-loop',
    answer: (socket, { path }) => sendTo(path)(socket, { path, head: '' }),
  },
  {
    name: 'two pages that redirect to each other',
    expected: 'redirect-loop',
    answer: (socket, request) => sendTo(request.path === '/a' ? '/b' : '/a')(socket, request),
  },
  {
    name: 'cookie wall',
    expected: 'redirect-loop',
    answer: (socket, { path }) => reply(socket, '302 Found', ['set-cookie: seen=1; path=/', `location: ${path}`]),
  },
  {
    name: 'redirect with an endless body',
    expected: 'redirect-loop',
    answer: (socket, { path }) => {
      socket.write(`HTTP/1.1 301 Moved\r\nlocation: ${path}\r\nconnection: close\r\n\r\n`);
      return pour(socket, ZEROS);
    },
  },
  {
    name: 'redirects without end',
    expected: 'too-many-redirects',
    answer: (socket, request) => sendTo(`${request.path}x`)(socket, request),
  },
  { name: 'redirect to a file', expected: 'scheme-refused', answer: sendTo('file:///etc/passwd') },
  { name: 'redirect to a script', expected: 'scheme-refused', answer: sendTo('javascript:alert(1)') },
  { name: 'redirect to data', expected: 'scheme-refused', answer: sendTo('data:text/html,hello') },
  { name: 'redirect to FTP', expected: 'scheme-refused', answer: sendTo('ftp://example.com/a') },
  { name: 'redirect to another loopback port', expected: 'address-refused', answer: sendTo('http://127.0.0.1:1/') },
  { name: 'redirect to cloud metadata', expected: 'address-refused', answer: sendTo('http://169.254.169.254/latest/') },
  { name: 'redirect with a password', expected: 'invalid-url', answer: sendTo('http://user:secret@example.com/') },
  { name: 'redirect to a broken address', expected: 'invalid-url', answer: sendTo('http://[::1') },
  { name: 'redirect to an address of 30 kB', expected: 'invalid-url', answer: sendTo(`/${'a'.repeat(30_000)}`) },
  {
    name: 'redirect without a place',
    expected: 'protocol-error',
    answer: raw('HTTP/1.1 302 Found\r\ncontent-length: 0\r\n\r\n'),
  },
  {
    name: '300 Multiple Choices',
    expected: 'protocol-error',
    answer: raw('HTTP/1.1 300 Choose\r\ncontent-length: 0\r\n\r\n'),
  },
  { name: '304 unasked', expected: 'protocol-error', answer: raw('HTTP/1.1 304 Not Modified\r\n\r\n') },
];

const refusals: readonly HostileCase[] = [
  {
    name: '429 for thirty years',
    expected: 'rate-limited',
    answer: (socket) => reply(socket, '429 Slow', ['retry-after: 999999999']),
  },
  {
    name: '404 with an endless body',
    expected: 'http-client-error',
    answer: (socket) => {
      socket.write('HTTP/1.1 404 Not Found\r\nconnection: close\r\n\r\n');
      return pour(socket, ZEROS);
    },
  },
  {
    name: '401 that asks for a password',
    expected: 'http-client-error',
    answer: (socket) => reply(socket, '401 No', ['www-authenticate: NTLM']),
  },
  {
    name: '500 with a bomb',
    expected: 'http-server-error',
    answer: (socket) => reply(socket, '500 No', ['content-encoding: gzip'], 'x'),
  },
  { name: '599', expected: 'http-server-error', answer: (socket) => reply(socket, '599 What', []) },
];

const robots: readonly HostileCase[] = [
  {
    name: 'robots.txt answers 503',
    expected: 'robots-refused',
    answer: plain,
    robots: (socket) => reply(socket, '503 Busy', []),
  },
  { name: 'robots.txt never answers', expected: 'timed-out', answer: plain, robots: () => undefined },
  {
    name: 'robots.txt is reset',
    expected: 'connection-failed',
    answer: plain,
    robots: (socket) => void socket.resetAndDestroy(),
  },
  {
    name: 'robots.txt is a bomb',
    expected: 'robots-refused',
    answer: plain,
    robots: coded('gzip', () => gzipSync(bomb())),
  },
  {
    name: 'robots.txt has no end',
    expected: 'ok',
    answer: plain,
    robots: (socket) => {
      socket.write('HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n');
      return pour(socket, 'User-agent: *\nDisallow: /private\n'.repeat(100));
    },
  },
  {
    name: 'robots.txt with half a megabyte of wildcards',
    expected: 'ok',
    answer: plain,
    robots: (socket) =>
      reply(socket, '200 OK', [], `User-agent: *\n${`Disallow: /${'*a'.repeat(400)}$\n`.repeat(600)}`),
  },
  {
    name: 'robots.txt of one line of half a megabyte',
    expected: 'ok',
    answer: plain,
    robots: (socket) => reply(socket, '200 OK', [], `User-agent: *\nDisallow: /${'*b'.repeat(250_000)}`),
  },
  {
    name: 'robots.txt of NUL bytes',
    expected: 'ok',
    answer: plain,
    robots: (socket) => reply(socket, '200 OK', [], Buffer.alloc(100_000)),
  },
  { name: 'robots.txt redirects to itself', expected: 'ok', answer: plain, robots: sendTo('/robots.txt') },
  {
    name: 'robots.txt redirects to cloud metadata',
    expected: 'ok',
    answer: plain,
    robots: sendTo('http://169.254.169.254/'),
  },
  {
    name: 'robots.txt asks for an endless delay',
    expected: 'ok',
    answer: plain,
    robots: (socket) => reply(socket, '200 OK', [], 'User-agent: *\nCrawl-delay: Infinity\n'),
  },
  {
    name: 'robots.txt asks for a negative delay',
    expected: 'ok',
    answer: plain,
    robots: (socket) => reply(socket, '200 OK', [], 'User-agent: *\nCrawl-delay: -1e308\n'),
  },
];

/** Ways in which a server can misbehave, each with the one typed failure that it may cost. */
export const hostileCases: readonly HostileCase[] = [
  ...sizes,
  ...headers,
  ...protocol,
  ...bodies,
  ...compression,
  ...redirects,
  ...refusals,
  ...robots,
];
