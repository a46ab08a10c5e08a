import type { Health, Metrics } from '@lamro/runtime';
import { Hono } from 'hono';
import type { ApiEnv } from './endpoint/mount.ts';

export interface AppParts {
  readonly health: Health;
  readonly metrics: Metrics;
  /** Identity's own routes under /api/auth. */
  readonly identity: { handler(request: Request, clientAddress?: string): Promise<Response> };
  /** Version 1 of the API, mounted at /api/v1. */
  readonly api: Hono<ApiEnv>;
  /** The desk, mounted at /. */
  readonly desk: { fetch(request: Request): Response | Promise<Response> };
}

export type Bindings = { Bindings: { clientAddress: string } };

/** Everything that this process answers: health and metrics for operators, identity, the API, and the desk for people. */
export function createApp(parts: AppParts): Hono<Bindings> {
  const app = new Hono<Bindings>();
  app.get('/healthz', (c) => c.text('ok'));
  app.get('/readyz', async (c) => {
    const report = await parts.health.report();
    return c.json(report, report.ok ? 200 : 503);
  });
  app.get('/metrics', async (c) =>
    c.text(await parts.metrics.registry.metrics(), 200, { 'content-type': parts.metrics.registry.contentType }),
  );
  app.all('/api/auth/*', (c) => parts.identity.handler(c.req.raw, c.env.clientAddress));
  app.route('/api/v1', parts.api);
  app.mount('/', (request) => parts.desk.fetch(withoutKey(request)));
  return app;
}

/** The desk is for people: a key, whose scopes only the API reads, opens none of its pages. */
function withoutKey(request: Request): Request {
  if (!request.headers.has('authorization')) return request;
  const headers = new Headers(request.headers);
  headers.delete('authorization');
  return new Request(request, { headers });
}
