import { createHash } from 'node:crypto';
import type { Actor } from '@lamro/access';
import { countCall, findKeyScopes } from '@lamro/database';
import type { ApiParts } from '../endpoint/parts.ts';
import { CallRefused } from '../problem/problem.ts';

/** Somebody who calls, and whether by a key that may only read. */
export interface Caller {
  readonly actor: Actor;
  readonly mayWrite: boolean;
}

const CALLS_PER_MINUTE = 1_200;
/** Calls of one address that say nobody: guessing keys is slow. */
const UNKNOWN_PER_MINUTE = 60;
const MINUTE_MS = 60_000;

/**
 * Who calls, by session or API key, within the calls that one may make.
 *
 * @throws CallRefused `unauthenticated`, `cross-site` or `too-many-calls`
 */
export async function callerOf(parts: ApiParts, request: Request, clientAddress: string): Promise<Caller> {
  const actor = await parts.identity.actorOf(request.headers);
  if (actor === null) {
    await countOrRefuse(parts, `address:${clientAddress}`, UNKNOWN_PER_MINUTE);
    throw new CallRefused('unauthenticated', undefined, {}, { 'www-authenticate': 'Bearer' });
  }
  await countOrRefuse(parts, `account:${actor.id}`, parts.callsPerMinute ?? CALLS_PER_MINUTE);
  const key = /^Bearer (\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
  if (key === undefined) {
    refuseOtherSites(parts, request);
    return { actor, mayWrite: true };
  }
  const scopes = await findKeyScopes(parts.pool, createHash('sha256').update(key).digest('hex'));
  return { actor, mayWrite: scopes?.includes('write') ?? false };
}

/** A page of another site can make a browser send its cookies along; it cannot make it lie about where it comes from. */
function refuseOtherSites({ baseUrl }: ApiParts, request: Request): void {
  if (request.method === 'GET' || request.method === 'HEAD') return;
  const origin = request.headers.get('origin');
  const site = request.headers.get('sec-fetch-site');
  if ((origin !== null && origin !== new URL(baseUrl).origin) || (site !== null && site !== 'same-origin'))
    throw new CallRefused('cross-site');
}

async function countOrRefuse({ pool, clock }: ApiParts, caller: string, most: number): Promise<void> {
  const now = clock.now().getTime();
  const minute = Math.floor(now / MINUTE_MS) * MINUTE_MS;
  if ((await countCall(pool, caller, new Date(minute))) <= most) return;
  const seconds = Math.max(1, Math.ceil((minute + MINUTE_MS - now) / 1_000));
  throw new CallRefused('too-many-calls', undefined, {}, { 'retry-after': String(seconds) });
}
