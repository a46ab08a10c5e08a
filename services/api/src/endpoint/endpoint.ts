import type { Actor, Command } from '@lamro/access';
import { callWords } from '@lamro/wording';
import { z } from 'zod';
import { CallRefused } from '../problem/problem.ts';

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** One call of somebody known, before its parts are read. */
export interface RawCall {
  readonly actor: Actor;
  readonly requestId: string;
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
  readonly request: Request;
  /** Version by which the caller saw what it changes (If-Match), or undefined. */
  readonly expectedVersion: number | undefined;
  /** Headers of the answer. */
  readonly headers: Headers;
}

/** One call with its parts read by their schemas. */
export interface Call<Params, Query, Body> extends RawCall {
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
}

interface Facts {
  /** Stable name of the operation, in camel case; the client calls it by this. */
  readonly operation: string;
  readonly method: Method;
  /** Below /api/v1, with parameters in braces. */
  readonly path: string;
  readonly tag: string;
  /** What it does, in Vietnamese. */
  readonly summary: string;
  /** Checked before the call is read; null where the command itself checks who may. */
  readonly right: Command | null;
  readonly status?: 200 | 201;
  /** The answer holds a secret that is shown once: it is not kept under the Idempotency-Key. */
  readonly secret?: true;
  /** How the body is sent; JSON where absent, otherwise bytes (octet-stream) or text, which `body` then reads. */
  readonly bodyMedia?: 'application/octet-stream' | 'application/x-ndjson' | 'text/x-opml';
  /** A command by method that only looks: no Idempotency-Key is kept for it, and a key that may only read may call it. */
  readonly reads?: true;
}

interface Shapes<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> {
  readonly params: P;
  readonly query: Q;
  readonly body: B;
}

/** An operation of the API as the router and the OpenAPI document take it. */
export interface Endpoint extends Facts {
  readonly params: z.ZodObject;
  readonly query: z.ZodObject;
  readonly body: z.ZodType;
  /** Null where the answer is a file of one of `media`. */
  readonly answer: z.ZodType | null;
  readonly media: readonly string[];
  run(call: RawCall): Promise<unknown>;
}

export const nothing = z.strictObject({});
/** Parts of an operation that takes nothing; spread before what it does take. */
export const bare = { params: nothing, query: nothing, body: nothing };

type Spec<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType> = Facts &
  Shapes<P, Q, B> & {
    handle(call: Call<z.output<P>, z.output<Q>, z.output<B>>): Promise<unknown>;
  };

/**
 * An operation that answers with JSON. What it returns is read through `answer`, so that nothing leaves that the document
 * does not name.
 *
 * @example endpoint({ ...bare, operation: 'listSources', method: 'get', path: '/sources', …, answer, handle: async ({ actor }) => … })
 */
export function endpoint<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType>(
  spec: Spec<P, Q, B> & { readonly answer: z.ZodType },
): Endpoint {
  return { ...spec, media: [], run: (call) => spec.handle(readCall(spec, call)) };
}

/** An operation that answers with a file or a stream, as a `Response`. */
export function fileEndpoint<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType>(
  spec: Spec<P, Q, B> & { readonly media: readonly string[] },
): Endpoint {
  return { ...spec, answer: null, run: (call) => spec.handle(readCall(spec, call)) };
}

function readCall<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>(
  { params, query, body }: Shapes<P, Q, B>,
  call: RawCall,
): Call<z.output<P>, z.output<Q>, z.output<B>> {
  return {
    ...call,
    params: read(params, call.params, 'params'),
    query: read(query, call.query, 'query'),
    body: read(body, call.body, 'body'),
  };
}

const { localeError } = z.locales.vi();

/** @throws CallRefused `invalid-input` naming every field; a path that cannot be is `not-found` */
function read<Schema extends z.ZodType>(schema: Schema, value: unknown, part: string): z.output<Schema> {
  const parsed = schema.safeParse(value, { error: localeError });
  if (parsed.success) return parsed.data;
  if (part === 'params') throw new CallRefused('not-found');
  const issues = parsed.error.issues.map((issue) => ({
    path: [part, ...issue.path].join('.'),
    message: issue.message,
  }));
  const listed = issues.map(({ path, message }) => `${path}: ${message}`).join('; ');
  throw new CallRefused('invalid-input', callWords.invalid(listed), { issues });
}
