import type { Server } from 'node:http';
import { serve } from '@hono/node-server';
import type { Shutdown } from '@lamro/runtime';
import { type ClientAddress, clientAddressBehind } from './caller/client-address.ts';

export interface Listening {
  readonly port: number;
  /** What answers requests from now on; until it is set, every request gets 503 with a line that says to wait. */
  use(handle: Answer): void;
}

/** How long a client may take. A form with the largest attachment needs a while on a slow line; a head never does. */
export interface Patience {
  readonly headMs: number;
  readonly requestMs: number;
  readonly lookEveryMs: number;
}

const PATIENCE: Patience = { headMs: 15_000, requestMs: 180_000, lookEveryMs: 5_000 };
/** Beyond this, connections are refused before they cost memory; five hundred followers of events are expected. */
const MOST_CONNECTIONS = 4_000;

export interface ListenOptions {
  readonly patience?: Patience;
  /** Addresses or networks of reverse proxies whose `X-Forwarded-For` is believed. */
  readonly proxies?: readonly string[];
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
export async function listen(
  host: string,
  port: number,
  shutdown: Shutdown,
  { patience = PATIENCE, proxies = [] }: ListenOptions = {},
): Promise<Listening> {
  const clientAddress = clientAddressBehind(proxies);
  let current: Answer | undefined;
  const server = await new Promise<Server>((resolve, reject) => {
    const serverOptions = {
      headersTimeout: patience.headMs,
      requestTimeout: patience.requestMs,
      connectionsCheckingInterval: patience.lookEveryMs,
    };
    const answering = answererOf(() => current, clientAddress);
    const options = { fetch: answering as never, hostname: host, port, serverOptions };
    const started = serve(options, () => resolve(started)) as Server;
    started.maxConnections = MOST_CONNECTIONS;
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

type Answer = (request: Request, clientAddress: string) => Response | Promise<Response>;
interface Incoming {
  readonly incoming: { readonly socket: { readonly remoteAddress?: string | undefined } };
}

function answererOf(current: () => Answer | undefined, clientAddress: ClientAddress) {
  return (request: Request, { incoming }: Incoming) => {
    const from = clientAddress(incoming.socket.remoteAddress ?? '', request.headers.get('x-forwarded-for'));
    return current()?.(request, from) ?? STILL_STARTING.clone();
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
