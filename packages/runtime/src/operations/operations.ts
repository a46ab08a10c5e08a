import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Health } from '../health/health.ts';
import type { Metrics } from '../metrics/metrics.ts';
import type { Shutdown } from '../shutdown/shutdown.ts';

export interface OperationsParts {
  readonly host: string;
  /** 0 takes any free one. */
  readonly port: number;
  readonly health: Health;
  readonly metrics: Metrics;
}

export interface OperationsAnswer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

/**
 * What a path of operations answers: `/healthz` (whether a restart would help), `/readyz` (whether this process can do its
 * work now, part by part) and `/metrics`. Null for any other path.
 */
export async function answerOperations(
  path: string,
  { health, metrics }: Pick<OperationsParts, 'health' | 'metrics'>,
): Promise<OperationsAnswer | null> {
  switch (path) {
    case '/healthz': {
      const dead = health.dead();
      return { status: dead === null ? 200 : 503, type: 'text/plain; charset=utf-8', body: dead ?? 'ok' };
    }
    case '/readyz': {
      const report = await health.report();
      return { status: report.ok ? 200 : 503, type: 'application/json', body: JSON.stringify(report) };
    }
    case '/metrics':
      return { status: 200, type: metrics.contentType, body: await metrics.scrape() };
    default:
      return null;
  }
}

/**
 * Serves health and metrics of one process on a port of its own, for probes and Prometheus, never for people. It answers
 * until the very end, so that an orderly stop is seen as one.
 *
 * @returns the port that was taken
 * @throws Error with one Vietnamese line when the port cannot be had
 */
export async function serveOperations(parts: OperationsParts, shutdown: Shutdown): Promise<number> {
  const server = createServer((request, response) => {
    answer(parts, request, response).catch((error: unknown) => {
      response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' });
      response.end(error instanceof Error ? error.message : String(error));
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) =>
      reject(new Error(`Không mở được cổng vận hành ${parts.port} (OPERATIONS_PORT): ${cause.message}`, { cause })),
    );
    server.listen(parts.port, parts.host, resolve);
  });
  shutdown.on('storage', 'operations', () => close(server));
  const address = server.address();
  return address !== null && typeof address === 'object' ? address.port : parts.port;
}

async function answer(parts: OperationsParts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = (request.url ?? '/').split('?')[0] ?? '/';
  const found = request.method === 'GET' || request.method === 'HEAD' ? await answerOperations(path, parts) : null;
  const { status, type, body } = found ?? { status: 404, type: 'text/plain; charset=utf-8', body: 'not found' };
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' });
  response.end(request.method === 'HEAD' ? undefined : body);
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
