import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';

export interface RawRequest {
  readonly path: string;
  /** The request's head as it came, in Latin-1. */
  readonly head: string;
}

/** Answers one request byte by byte, below any HTTP library that would refuse to misbehave. */
export type RawAnswer = (socket: Socket, request: RawRequest) => void | Promise<void>;

export interface RawServer {
  readonly origin: string;
  readonly requests: readonly RawRequest[];
  /** Bytes that connections took from us so far. */
  bytesSent(): number;
  close(): Promise<void>;
}

/** A TCP server on a free loopback port that reads request heads and lets `answer` do what it likes with the socket. */
export async function startRawServer(answer: RawAnswer, host = '127.0.0.1'): Promise<RawServer> {
  const sockets = new Set<Socket>();
  const requests: RawRequest[] = [];
  let closedBytes = 0;
  const server = createServer((socket) => {
    sockets.add(socket);
    // The client cuts connections as a matter of course here: that is what is tested.
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      closedBytes += socket.bytesWritten;
      sockets.delete(socket);
    });
    let head = '';
    let answered = false;
    socket.on('data', (bytes: Buffer) => {
      head += bytes.toString('latin1');
      if (answered || !head.includes('\r\n\r\n')) return;
      answered = true;
      const request = { path: head.split(' ', 2)[1] ?? '', head };
      requests.push(request);
      void Promise.resolve(answer(socket, request)).catch(() => socket.destroy());
    });
  });
  server.listen(0, host);
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    origin: `http://${host}:${port}`,
    requests,
    bytesSent: () => closedBytes + [...sockets].reduce((sum, socket) => sum + socket.bytesWritten, 0),
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Writes `chunk` again and again at the reader's pace, until `times` is reached or the reader is gone. */
export async function pour(
  socket: Socket,
  chunk: string | Uint8Array,
  times = Number.POSITIVE_INFINITY,
): Promise<void> {
  for (let written = 0; written < times && !socket.destroyed; written += 1) {
    if (!socket.write(chunk)) await new Promise<void>((resolve) => drained(socket, resolve));
  }
}

function drained(socket: Socket, done: () => void): void {
  const settle = (): void => {
    socket.off('drain', settle).off('close', settle);
    done();
  };
  socket.on('drain', settle).on('close', settle);
}

/** Writes `chunk` every `everyMs` until the reader is gone. */
export function drip(socket: Socket, chunk: string | Uint8Array, everyMs: number): void {
  const timer = setInterval(() => socket.write(chunk), everyMs);
  socket.on('close', () => clearInterval(timer));
}

/** A whole well-formed answer with its length. */
export function reply(
  socket: Socket,
  status: string,
  headers: readonly string[],
  body: string | Uint8Array = '',
): void {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  socket.write([`HTTP/1.1 ${status}`, ...headers, `content-length: ${bytes.length}`, '', ''].join('\r\n'));
  socket.end(bytes);
}
