import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { HonoAdapter } from '@bull-board/hono';
import { serveStatic } from '@hono/node-server/serve-static';
import type { Queue } from 'bullmq';
import { Hono } from 'hono';
import type { JobQueue } from './backend.ts';

/** The board as bull-board draws it. Its only strangers are styles in attributes and `<base>`; its fonts from abroad are left out. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'self'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * Pages that show what waits in the queues. They only show: jobs are wake-ups for rows of the ledger, so there is nothing
 * to mend here, and a page that changes nothing needs no guard against forged requests. Who may see them is the caller's
 * business.
 *
 * @param path where the pages stand; requests come with it, e.g. `/operations/queues`
 */
export function createBoard(
  queues: Iterable<JobQueue>,
  path: string,
): { fetch(request: Request): Response | Promise<Response> } {
  const adapter = new HonoAdapter(serveStatic);
  adapter.setBasePath(path);
  createBullBoard({
    // The two backends type their queues apart; the board asks of both the same.
    queues: [...queues].map((queue) => new BullMQAdapter(queue as unknown as Queue, { readOnlyMode: true })),
    serverAdapter: adapter,
    options: { uiBasePath: uiFolder(), uiConfig: { boardTitle: 'Làm Rõ · hàng đợi', hideRedisDetails: true } },
  });
  // Its files are found only by their full path, hence a route and no mount.
  const app = new Hono().route(path, adapter.registerPlugin());
  return {
    fetch: async (request) => {
      if (request.method !== 'GET') return new Response('chỉ xem\n', { status: 405, headers: { allow: 'GET' } });
      const asked = new URL(request.url);
      const rest = asked.pathname.slice(path.length);
      if (rest.startsWith('/api/') && !isKnownQuestion(rest, asked.searchParams))
        return new Response('không có mục này\n', { status: 404 });
      const answer = await app.fetch(request);
      // What went wrong in the server behind is for its log: an answer of the board would name it.
      if (answer.status >= 500) return new Response('chưa đọc được hàng đợi\n', { status: 503 });
      return guarded(answer);
    },
  };
}

/** What the pages ask for, of jobs with ids as ours: anything else would go into keys and scripts of the server as it stands. */
const QUESTIONS = [
  /^\/api\/(queues|job-schedulers|redis\/stats)$/,
  /^\/api\/queues\/[a-z-]+\/(metrics|default-job-options|workers|rate-limit|job-data-schema)$/,
  /^\/api\/queues\/[a-z-]+\/[a-z]+(-[a-z]+)*-\d{1,19}(\/(logs|flow))?$/,
];
const STATES = 'latest|active|waiting|waiting-children|prioritized|completed|failed|delayed|paused';
const FILTERS = new Map([
  ['activeQueue', /^[a-z-]*$/],
  ['status', new RegExp(`^(${STATES})?$`)],
  ['page', /^\d{0,6}$/],
  ['jobsPerPage', /^\d{0,2}$/],
]);

function isKnownQuestion(path: string, filters: URLSearchParams): boolean {
  if (!QUESTIONS.some((question) => question.test(path))) return false;
  return [...filters].every(([name, value]) => (FILTERS.get(name) ?? /^[\w-]{0,40}$/).test(value));
}

async function guarded(response: Response): Promise<Response> {
  const headers = new Headers(response.headers);
  headers.set('content-security-policy', POLICY);
  headers.set('x-content-type-options', 'nosniff');
  headers.set('referrer-policy', 'same-origin');
  headers.set('cache-control', 'no-store');
  if (!headers.get('content-type')?.startsWith('text/html'))
    return new Response(response.body, { status: response.status, headers });
  headers.delete('content-length');
  const page = (await response.text()).replace(/<link href="https:[^>]*>/g, '');
  return new Response(page, { status: response.status, headers });
}

/** Named by hand: bull-board's own search for it evaluates a string, which a strict runtime refuses. */
function uiFolder(): string {
  const manifest = fileURLToPath(import.meta.resolve('@bull-board/ui/package.json'));
  return dirname(manifest);
}
