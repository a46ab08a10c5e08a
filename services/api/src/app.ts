import { CLIENT_ADDRESS_HEADER } from '@lamro/access';
import { answerOperations, type Health, type Metrics } from '@lamro/runtime';
import { Hono, type MiddlewareHandler } from 'hono';
import type { ApiEnv } from './endpoint/mount.ts';
import { BOARD_PATH } from './queue-board/queue-board.ts';

export interface AppParts {
  readonly health: Health;
  readonly metrics: Metrics;
  /** A port of its own serves metrics and the whole report: this one then says only whether it is ready. */
  readonly operationsElsewhere?: boolean | undefined;
  /** Identity's own routes under /api/auth. */
  readonly identity: { handler(request: Request, clientAddress?: string): Promise<Response> };
  /** Version 1 of the API, mounted at /api/v1. */
  readonly api: Hono<ApiEnv>;
  /** Pages of the queues; null where this process opens none. */
  readonly board: MiddlewareHandler | null;
  /** The desk, mounted at /. */
  readonly desk: { fetch(request: Request): Response | Promise<Response> };
}

export type Bindings = { Bindings: { clientAddress: string } };

/** Everything that this process answers: health and metrics for operators, identity, the API, and the desk for people. */
export function createApp(parts: AppParts): Hono<Bindings> {
  const app = new Hono<Bindings>();
  app.use(measured(parts.metrics));
  app.use(async (c, next) => {
    await next();
    // Whoever answers may be stricter or, for its own pages, name what it needs; nobody answers without.
    for (const [name, value] of Object.entries(CLOSED)) if (!c.res.headers.has(name)) c.header(name, value);
  });
  if (parts.operationsElsewhere) openDoor(app, parts.health);
  else operationsOf(app, parts.health, parts.metrics);
  app.all('/api/auth/*', (c) => parts.identity.handler(c.req.raw, c.env.clientAddress));
  app.route('/api/v1', parts.api);
  if (parts.board !== null) for (const path of [BOARD_PATH, `${BOARD_PATH}/*`]) app.use(path, parts.board);
  app.mount('/', (request, env: Bindings['Bindings']) => parts.desk.fetch(forDesk(request, env.clientAddress)));
  return app;
}

/** Seconds until an answer begins, by the part that gave it; a stream of events counts until its first byte. */
function measured(metrics: Metrics): MiddlewareHandler {
  const seconds = metrics.histogram(
    'request_seconds',
    'Time until an answer begins, by part and class of status',
    [0.01, 0.025, 0.05, 0.1, 0.2, 0.3, 0.5, 1, 2.5, 5, 10],
    ['part', 'status'],
  );
  return async (c, next) => {
    const began = performance.now();
    await next();
    const status = `${Math.floor(c.res.status / 100)}xx`;
    seconds.observe({ part: partOf(c.req.path), status }, (performance.now() - began) / 1_000);
  };
}

/** Never the path itself: its values would be without end, and some name people's things. */
function partOf(path: string): string {
  if (path.startsWith('/api/auth/')) return 'identity';
  if (path.startsWith('/api/')) return 'api';
  if (path === BOARD_PATH || path.startsWith(`${BOARD_PATH}/`)) return 'queues';
  return ['/healthz', '/readyz', '/metrics'].includes(path) ? 'operations' : 'desk';
}

/** Health, readiness part by part, and metrics, for an installation in one process. */
function operationsOf(app: Hono<Bindings>, health: Health, metrics: Metrics): void {
  for (const path of ['/healthz', '/readyz', '/metrics'])
    app.get(path, async (c) => {
      const found = await answerOperations(path, { health, metrics });
      if (found === null) return c.notFound();
      return new Response(found.body, { status: found.status, headers: { 'content-type': found.type } });
    });
}

/** What a load balancer asks on the port that people reach: no names of machines, no reasons. */
function openDoor(app: Hono<Bindings>, health: Health): void {
  app.get('/healthz', (c) => (health.dead() === null ? c.text('ok') : c.text('restart', 503)));
  app.get('/readyz', async (c) => {
    const { ok } = await health.report();
    return c.json({ ok }, ok ? 200 : 503);
  });
}

/** What every answer says to browsers, so that nothing that we send is run, framed or taken for what it is not. */
const CLOSED = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

/**
 * The desk is for people: a key, whose scopes only the API reads, opens none of its pages. Where somebody calls from is what the
 * server saw, not what a client writes.
 */
function forDesk(request: Request, clientAddress: string): Request {
  const headers = new Headers(request.headers);
  headers.delete('authorization');
  headers.set(CLIENT_ADDRESS_HEADER, clientAddress);
  return new Request(request, { headers });
}
