import { randomUUID } from 'node:crypto';
import { may } from '@lamro/access';
import { callWords } from '@lamro/wording';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { type Caller, callerOf } from '../caller/caller.ts';
import { once } from '../command/once.ts';
import { CallRefused, problemResponse, refusalOf } from '../problem/problem.ts';
import type { Endpoint } from './endpoint.ts';
import type { ApiParts } from './parts.ts';
import { expectedVersion, unchanged } from './version.ts';

/** An attachment of the largest size. */
const LARGEST_BODY = 26 * 1024 * 1024;

export type ApiEnv = { Bindings: { clientAddress?: string }; Variables: { requestId: string } };

/** The operations as one Hono app. Every answer carries its request's id; every failure is a problem. */
export function mountEndpoints(parts: ApiParts, endpoints: readonly Endpoint[]): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>();
  app.use(async (c, next) => {
    const requestId = requestIdOf(c.req.raw);
    c.set('requestId', requestId);
    await next();
    c.header('x-request-id', requestId);
    c.header('cache-control', c.res.headers.get('cache-control') ?? 'private, no-cache');
    c.header('x-content-type-options', 'nosniff');
  });
  const tooLarge = (c: { get(name: 'requestId'): string }) =>
    problemResponse(new CallRefused('too-large'), c.get('requestId'));
  app.use(bodyLimit({ maxSize: LARGEST_BODY, onError: tooLarge }));
  for (const endpoint of endpoints) {
    const path = endpoint.path.replaceAll(/\{(\w+)\}/g, ':$1');
    app.on(endpoint.method.toUpperCase(), path, async (c) =>
      answer(parts, endpoint, {
        request: c.req.raw,
        params: c.req.param(),
        clientAddress: c.env?.clientAddress ?? '',
        requestId: c.get('requestId'),
      }),
    );
  }
  // Not `notFound`: mounted below /api/v1 this app's own would not be asked.
  app.all('*', (c) => problemResponse(new CallRefused('method-unknown'), c.get('requestId')));
  return app;
}

interface Arrival {
  readonly request: Request;
  readonly params: unknown;
  readonly clientAddress: string;
  readonly requestId: string;
}

async function answer(parts: ApiParts, endpoint: Endpoint, arrival: Arrival): Promise<Response> {
  const { request, requestId } = arrival;
  try {
    const caller = await callerOf(parts, request, arrival.clientAddress);
    checkCaller(endpoint, caller);
    const rawBody = request.method === 'GET' ? new Uint8Array() : new Uint8Array(await request.arrayBuffer());
    const work = () => attempt(parts, requestId, request, () => carryOut(endpoint, caller, arrival, rawBody));
    const key = request.headers.get('idempotency-key');
    if (key === null || request.method === 'GET' || endpoint.reads === true) return await work();
    return await once(parts, { actor: caller.actor, key, request, rawBody, secret: endpoint.secret === true }, work);
  } catch (error) {
    return refuse(parts, requestId, error, request);
  }
}

function attempt(parts: ApiParts, requestId: string, request: Request, work: () => Promise<Response>) {
  return work().catch((error: unknown) => refuse(parts, requestId, error, request));
}

function refuse(parts: ApiParts, requestId: string, error: unknown, request: Request): Response {
  const refused = refusalOf(error, request.headers.has('if-match'));
  if (refused === null) parts.onError?.(error, requestId);
  return problemResponse(refused ?? new CallRefused('internal-error'), requestId);
}

/** @throws CallRefused `scope-missing` or `forbidden` */
function checkCaller({ right, method, reads }: Endpoint, { actor, mayWrite }: Caller): void {
  if (!mayWrite && method !== 'get' && reads !== true) throw new CallRefused('scope-missing');
  if (right === null) return;
  const agencies = actor.agency === null ? [] : [actor.agency];
  const decision = may(actor, right, { profile: actor.profile, agencies });
  if (!decision.allowed) throw new CallRefused('forbidden', decision.why, { whoMay: [...decision.whoMay] });
}

async function carryOut(
  endpoint: Endpoint,
  { actor }: Caller,
  { request, params, requestId }: Arrival,
  rawBody: Uint8Array,
): Promise<Response> {
  const headers = new Headers();
  const query = queryOf(request);
  const body = readBody(endpoint, rawBody);
  if (holdsBrokenText(query) || holdsBrokenText(body)) throw new CallRefused('invalid-input', callWords.brokenText);
  const result = await endpoint.run({
    actor,
    requestId,
    params,
    query,
    body,
    request,
    expectedVersion: expectedVersion(request),
    headers,
  });
  if (result instanceof Response) return result;
  if (unchanged(request, headers)) return new Response(null, { status: 304, headers });
  headers.set('content-type', 'application/json; charset=utf-8');
  return new Response(JSON.stringify(shape(endpoint, result)), { status: endpoint.status ?? 200, headers });
}

/** What leaves is what the document says, no more: dates as text, unknown fields cut off. */
function shape(endpoint: Endpoint, result: unknown): unknown {
  const plain: unknown = JSON.parse(JSON.stringify(result));
  return endpoint.answer?.parse(plain);
}

/** A name given twice is a list, as forms and most clients write it. */
function queryOf(request: Request): unknown {
  const pairs = new URL(request.url).searchParams;
  return Object.fromEntries(
    [...new Set(pairs.keys())].map((name) => {
      const values = pairs.getAll(name);
      return [name, values.length > 1 ? values : values[0]];
    }),
  );
}

function readBody({ method, bodyMedia }: Endpoint, rawBody: Uint8Array): unknown {
  if (method === 'get') return {};
  if (bodyMedia === 'application/octet-stream') return rawBody;
  const text = new TextDecoder().decode(rawBody).normalize('NFC');
  if (bodyMedia !== undefined) return text;
  if (text.trim() === '') return {};
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new CallRefused('invalid-json', undefined, {
      issues: [{ path: 'body', message: cause instanceof Error ? cause.message : String(cause) }],
    });
  }
}

/** Deeper than anything that is asked for here; what reads a body further walks it by calling itself. */
const DEEPEST = 32;

/**
 * What PostgreSQL cannot store: the character nought, and half of a surrogate pair.
 *
 * @throws CallRefused `invalid-input` for a value nested too deep
 */
function holdsBrokenText(value: unknown, depth = 0): boolean {
  if (typeof value === 'string') return value.includes('\u0000') || !value.isWellFormed();
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return false;
  if (depth > DEEPEST)
    throw new CallRefused(
      'invalid-input',
      `Dữ liệu gửi lên lồng nhau quá ${DEEPEST} tầng: hãy viết lại cho phẳng hơn.`,
    );
  return Object.entries(value).some(([name, inner]) => holdsBrokenText(name) || holdsBrokenText(inner, depth + 1));
}

function requestIdOf(request: Request): string {
  const given = request.headers.get('x-request-id');
  return given !== null && /^[\w.-]{8,100}$/.test(given) ? given : randomUUID();
}
