import type { Fetcher } from '@lamro/domain';
import { note } from '@lamro/runtime';

/** The same fetcher; what each request came to stands in the event of the job that asked for it. */
export function notedFetcher(fetcher: Fetcher): Fetcher {
  return {
    fetch: async (request, signal) => {
      const started = performance.now();
      const outcome = await fetcher.fetch(request, signal);
      note({
        host: URL.parse(request.url)?.host ?? null,
        answer: outcome.ok ? 'ok' : outcome.kind,
        status: outcome.status,
        bytes: outcome.ok ? outcome.body.length : null,
        fetchMs: Math.round(performance.now() - started),
      });
      return outcome;
    },
  };
}
