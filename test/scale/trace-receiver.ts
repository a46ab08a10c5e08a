import { createServer } from 'node:http';
import { z } from 'zod';

const attribute = z.object({ key: z.string(), value: z.object({ stringValue: z.string().optional() }) });
const exportSchema = z.object({
  resourceSpans: z.array(
    z.object({
      resource: z.object({ attributes: z.array(attribute) }),
      scopeSpans: z.array(z.object({ spans: z.array(z.object({ traceId: z.string(), name: z.string() })) })),
    }),
  ),
});

export interface TraceReceiver {
  readonly url: string;
  /** Names of the services that had a part in each trace, by trace id. */
  readonly services: ReadonlyMap<string, ReadonlySet<string>>;
  close(): Promise<void>;
}

/** Takes traces as OTLP over HTTP in JSON, the way any collector does. */
export async function startTraceReceiver(): Promise<TraceReceiver> {
  const services = new Map<string, Set<string>>();
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    if (request.url === '/v1/traces') take(services, JSON.parse(Buffer.concat(chunks).toString('utf8')));
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    services,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function take(services: Map<string, Set<string>>, body: unknown): void {
  for (const { resource, scopeSpans } of exportSchema.parse(body).resourceSpans) {
    const service = resource.attributes.find(({ key }) => key === 'service.name')?.value.stringValue ?? '';
    for (const { traceId } of scopeSpans.flatMap(({ spans }) => spans)) {
      const known = services.get(traceId) ?? new Set();
      services.set(traceId, known.add(service));
    }
  }
}
