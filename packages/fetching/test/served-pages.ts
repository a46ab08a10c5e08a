import type { HostGate } from '@lamro/domain';
import { createFetcher, type FetcherOptions } from '../src/fetcher/fetcher.ts';
import { memoryHostGate } from '../src/gate/memory-gate.ts';
import { type RawAnswer, type RawServer, reply, startRawServer } from './raw-server.ts';

const servers: RawServer[] = [];

/** Closes what `serve` opened; for `afterEach`. */
export async function closeServers(): Promise<void> {
  for (const server of servers.splice(0)) await server.close();
}

export type Pages = Readonly<Record<string, RawAnswer>>;

/** Answers each path as told, any other with 404. */
export async function serve(pages: Pages): Promise<RawServer> {
  const server = await startRawServer((socket, request) => {
    const page = pages[request.path];
    return page === undefined ? reply(socket, '404 Not Found', []) : page(socket, request);
  });
  servers.push(server);
  return server;
}

/** A fetcher that may reach this server, without waits between requests. */
export function fetcherFor(server: RawServer, options: Partial<FetcherOptions> = {}) {
  return createFetcher({
    hostGate: memoryHostGate(),
    userAgent: 'LamRo/0.1',
    contact: 'https://ngoaivu.example.vn',
    loopbackOrigins: [server.origin],
    limits: { hostDelayMs: 0 },
    ...options,
  });
}

export const page =
  (body: string, ...headers: string[]): RawAnswer =>
  (socket) =>
    void reply(socket, '200 OK', headers, body);
export const status =
  (line: string, ...headers: string[]): RawAnswer =>
  (socket) =>
    void reply(socket, line, headers);
export const paths = (server: RawServer): readonly string[] => server.requests.map(({ path }) => path);

/** Lets everybody in at once and writes down what was asked of it. */
export function recordingGate(): HostGate & { readonly delays: number[]; readonly held: (number | undefined)[] } {
  const delays: number[] = [];
  const held: (number | undefined)[] = [];
  return {
    delays,
    held,
    enter: async (_host, delayMs) => {
      delays.push(delayMs);
      return { leave: async (retryAfterMs) => void held.push(retryAfterMs) };
    },
  };
}
