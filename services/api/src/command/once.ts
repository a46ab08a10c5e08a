import { createHash } from 'node:crypto';
import type { Actor } from '@lamro/access';
import { beginCommand, finishCommand, type KeptAnswer, releaseCommand } from '@lamro/database';
import { callWords } from '@lamro/wording';
import { z } from 'zod';
import type { ApiParts } from '../endpoint/parts.ts';
import { CallRefused } from '../problem/problem.ts';

const KEY = /^[\x21-\x7e]{8,200}$/;
/** Longer than any command runs: an unfinished one that is older was cut off. */
const CUT_OFF_AFTER_MS = 5 * 60_000;
const keptHeaders = z.record(z.string(), z.string());

export interface OnceInput {
  readonly actor: Actor;
  readonly key: string;
  readonly request: Request;
  readonly rawBody: Uint8Array;
  /** The answer is not kept; a repetition is told so. */
  readonly secret: boolean;
}

/**
 * Runs a command at most once under its Idempotency-Key: a repetition gets the first answer. A command that broke off inside us
 * keeps its key, and its repetition is told that the outcome is not known.
 *
 * @throws CallRefused `invalid-header`, `key-reused`, `key-in-progress`, `outcome-unknown` or `shown-once`
 */
export async function once(parts: ApiParts, input: OnceInput, run: () => Promise<Response>): Promise<Response> {
  const { pool, clock } = parts;
  const { actor, key } = input;
  if (!KEY.test(key)) throw new CallRefused('invalid-header', callWords.keyShape);
  const fingerprint = fingerprintOf(input);
  const kept = await beginCommand(pool, {
    actorId: actor.id,
    key,
    profile: actor.profile,
    fingerprint,
    at: clock.now(),
  });
  if (!kept.fresh) return repeat(kept, fingerprint, clock.now());
  const response = await run();
  if (response.status >= 400) {
    if (response.status < 500) await releaseCommand(pool, { actorId: actor.id, key });
    return response;
  }
  const body = new Uint8Array(await response.arrayBuffer());
  await finishCommand(pool, {
    actorId: actor.id,
    key,
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: input.secret ? null : new TextDecoder().decode(body),
    at: clock.now(),
  });
  return new Response(body, { status: response.status, headers: response.headers });
}

function fingerprintOf({ request, rawBody }: OnceInput): string {
  const { pathname, search } = new URL(request.url);
  const about = `${request.method} ${pathname}${search}\n${request.headers.get('if-match') ?? ''}\n`;
  return createHash('sha256').update(about).update(rawBody).digest('hex');
}

function repeat(kept: KeptAnswer, fingerprint: string, now: Date): Response {
  if (kept.fingerprint !== fingerprint) throw new CallRefused('key-reused');
  if (kept.finishedAt === null || kept.status === null) {
    const cutOff = now.getTime() - kept.startedAt.getTime() > CUT_OFF_AFTER_MS;
    throw new CallRefused(cutOff ? 'outcome-unknown' : 'key-in-progress');
  }
  if (kept.body === null) throw new CallRefused('shown-once');
  return new Response(kept.body, {
    status: kept.status,
    headers: { ...keptHeaders.parse(kept.headers), 'idempotency-replayed': 'true' },
  });
}
