import type { Server } from 'node:http';
import { serve } from '@hono/node-server';
import type { Shutdown } from '@lamro/runtime';

export interface Listening {
  readonly port: number;
  /** What answers requests from now on; until it is set, every request gets 503 with a line that says to wait. */
  use(handle: (request: Request, clientAddress: string) => Response | Promise<Response>): void;
}

const STILL_STARTING = new Response('Làm Rõ đang khởi động, xin thử lại sau giây lát.\n', {
  status: 503,
  headers: { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '2' },
});

/**
 * Takes the port before anything else starts, so that a taken one is told at once.
 *
 * @throws Error with one Vietnamese line when the port cannot be had
 */
export async function listen(host: string, port: number, shutdown: Shutdown): Promise<Listening> {
  let current: ((request: Request, clientAddress: string) => Response | Promise<Response>) | undefined;
  const server = await new Promise<Server>((resolve, reject) => {
    const fetch = (request: Request, env: { incoming: { socket: { remoteAddress?: string | undefined } } }) =>
      current?.(request, env.incoming.socket.remoteAddress ?? '') ?? STILL_STARTING.clone();
    const started = serve({ fetch: fetch as never, hostname: host, port }, () => resolve(started)) as Server;
    started.once('error', (error) => reject(explain(error, host, port)));
  });
  shutdown.on('intake', 'http', () => close(server));
  const address = server.address();
  return {
    port: address !== null && typeof address === 'object' ? address.port : port,
    use: (handle) => {
      current = handle;
    },
  };
}

/** Requests under way finish; connections that only wait, event streams among them, are cut after a moment. */
async function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const cut = setTimeout(() => server.closeAllConnections(), 1_000);
  await closed;
  clearTimeout(cut);
}

function explain(error: Error, host: string, port: number): Error {
  const code = 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE')
    return new Error(
      `Cổng ${port} trên ${host} đang có chương trình khác dùng: hãy chọn cổng khác bằng --port hoặc PORT.`,
      { cause: error },
    );
  if (code === 'EACCES')
    return new Error(
      `Không được phép mở cổng ${port} trên ${host}: hãy chọn cổng từ 1024 trở lên bằng --port hoặc PORT.`,
      { cause: error },
    );
  return new Error(`Không mở được cổng ${port} trên ${host}: ${error.message}`, { cause: error });
}
