import type { Actor } from '@lamro/access';
import type { ChangeRow } from '@lamro/database';
import { z } from 'zod';
import { bare, type Endpoint, fileEndpoint } from '../../endpoint/endpoint.ts';
import type { ApiParts } from '../../endpoint/parts.ts';
import { createFeed, type Feed } from './feed.ts';
import { mayFollow } from './visible.ts';

const BEAT_MS = 15_000;
/** How long a closed session or a revoked key still follows. */
const RECOGNISE_EVERY_MS = 30_000;
const position = /^\d{1,15}$/;

/** What changes, as server-sent events. */
export function eventEndpoints(parts: ApiParts): readonly Endpoint[] {
  const { onError } = parts;
  const feed = createFeed({
    pool: parts.pool,
    ...(onError === undefined ? {} : { onError: (error: unknown) => onError(error, 'events') }),
  });
  return [
    fileEndpoint({
      ...bare,
      tag: 'events',
      right: 'press.read',
      operation: 'followEvents',
      method: 'get',
      path: '/events',
      summary: 'Dòng sự kiện (SSE); gửi Last-Event-ID để nhận tiếp không sót',
      query: z.strictObject({ after: z.string().regex(position).optional() }),
      media: ['text/event-stream'],
      handle: async ({ actor, query, request }) => {
        const header = request.headers.get('last-event-id') ?? '';
        const known = position.test(header) ? header : query.after;
        const stream = follow({ parts, feed, actor, request }, known === undefined ? null : Number(known));
        return new Response(stream, {
          headers: { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' },
        });
      },
    }),
  ];
}

interface Follower {
  readonly parts: ApiParts;
  readonly feed: Feed;
  readonly actor: Actor;
  readonly request: Request;
}

/**
 * One reader's stream. Each pull gives what is new since the last, so a slow reader holds up nobody and misses nothing.
 *
 * @param known the last event that the reader has; null starts with what comes next
 */
function follow(follower: Follower, known: number | null): ReadableStream<Uint8Array> {
  const { feed, actor, parts } = follower;
  const encoder = new TextEncoder();
  let at = known ?? 0;
  let opened = false;
  let ended = false;
  let recognised = Date.now();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        if (!opened) {
          const opening = await openAt(feed, known);
          at = opening.at;
          opened = true;
          return controller.enqueue(encoder.encode(opening.text));
        }
        while (!ended) {
          if (Date.now() - recognised > RECOGNISE_EVERY_MS) {
            const still = await parts.identity.actorOf(follower.request.headers);
            if (still === null || still.role !== actor.role || still.agency !== actor.agency) break;
            recognised = Date.now();
          }
          const { changes, upTo } = await feed.read(at, actor.profile);
          const text = changes.filter((change) => mayFollow(actor, change)).map(eventText);
          at = Math.max(at, upTo);
          if (text.length > 0) return controller.enqueue(encoder.encode(text.join('')));
          const since = Date.now();
          await feed.wait(at, BEAT_MS);
          if (Date.now() - since >= BEAT_MS) return controller.enqueue(encoder.encode(`id: ${at}\n\n`));
        }
        if (!ended) controller.close();
      },
      cancel() {
        ended = true;
      },
    },
    { highWaterMark: 1 },
  );
}

/** Where a reader starts. One who asks for what is no longer kept is told to read everything anew. */
async function openAt(feed: Feed, known: number | null): Promise<{ at: number; text: string }> {
  const { first, last } = await feed.bounds();
  if (known === null) return { at: last, text: `retry: 2000\nid: ${last}\nevent: ready\ndata: {}\n\n` };
  if (known <= last && known >= first - 1) return { at: known, text: 'retry: 2000\n\n' };
  return { at: last, text: `retry: 2000\nid: ${last}\nevent: reset\ndata: {}\n\n` };
}

function eventText(change: ChangeRow): string {
  const { position: id, kind, objectKind, objectId, detail, at } = change;
  return `id: ${id}\nevent: ${kind}\ndata: ${JSON.stringify({ kind, objectKind, objectId, at, detail })}\n\n`;
}
