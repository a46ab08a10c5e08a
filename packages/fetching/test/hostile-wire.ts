import { type HostileCase, MB, raw, ZEROS } from './hostile-answers.ts';
import { drip, pour, reply } from './raw-server.ts';

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

/** Misbehaviour below the content: lengths, headers, HTTP itself, bodies. */
export const wireCases: readonly HostileCase[] = [...sizes, ...headers, ...protocol, ...bodies];
