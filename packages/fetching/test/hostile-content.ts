import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { coded, type HostileCase, MB, plain, raw, sendTo, ZEROS } from './hostile-answers.ts';
import { pour, reply } from './raw-server.ts';

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

/** Misbehaviour by what is said: compression, redirects, refusals, robots.txt. */
export const contentCases: readonly HostileCase[] = [...compression, ...redirects, ...refusals, ...robots];
