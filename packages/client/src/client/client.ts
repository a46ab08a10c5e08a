import { OPERATIONS, type Operations } from '../operations/operations.ts';
import { ApiProblem } from './problem.ts';

export interface ClientOptions {
  /** Address of the API, e.g. `https://lamro.example/api/v1`. */
  readonly baseUrl: string;
  /** An API key; it speaks for its owner. */
  readonly key: string;
  readonly fetch?: (request: Request) => Promise<Response>;
}

type Part<Name extends string, Value> =
  Record<never, never> extends Value ? { readonly [N in Name]?: Value } : { readonly [N in Name]: Value };

/** What an operation takes, and how: parts without a required field may be left out. */
export type Input<Name extends keyof Operations> = Part<'params', Operations[Name]['params']> &
  Part<'query', Operations[Name]['query']> &
  Part<'body', Operations[Name]['body']> & {
    /** `version` of what was read: refused with `version-changed` where it has moved on. */
    readonly ifMatch?: string | undefined;
    /** A command repeated under the same key is carried out once. */
    readonly idempotencyKey?: string;
    readonly signal?: AbortSignal;
  };

export interface Answered<Answer> {
  readonly data: Answer;
  /** To be sent back as `ifMatch`. */
  readonly version: string | undefined;
}

export interface Client {
  /** @throws ApiProblem where the API refuses */
  call<Name extends keyof Operations>(
    name: Name,
    ...input: Record<never, never> extends Input<Name> ? [input?: Input<Name>] : [input: Input<Name>]
  ): Promise<Answered<Operations[Name]['answer']>>;
}

/**
 * A client of the API, typed by its operations.
 *
 * @example await createClient({ baseUrl, key }).call('acceptCase', { params: { caseId: '12' }, ifMatch: version })
 */
export function createClient({ baseUrl, key, fetch = globalThis.fetch }: ClientOptions): Client {
  return {
    call: async (name, ...[input]) => {
      const response = await fetch(requestOf(baseUrl, key, name, input ?? {}));
      if (!response.ok) throw new ApiProblem(response.status, await response.json().catch(() => null));
      const isJson = response.headers.get('content-type')?.startsWith('application/json') === true;
      return { data: isJson ? await response.json() : response, version: response.headers.get('etag') ?? undefined };
    },
  };
}

interface AnyInput {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  readonly ifMatch?: string | undefined;
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
}

function requestOf(baseUrl: string, key: string, name: keyof Operations, input: AnyInput): Request {
  const { method, path, bodyMedia } = OPERATIONS[name];
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, field: string) => encodeURIComponent(input.params?.[field] ?? ''));
  const url = new URL(`${baseUrl.replace(/\/$/, '')}${filled}`);
  for (const [field, value] of Object.entries(input.query ?? {})) {
    if (value !== undefined) url.searchParams.set(field, String(value));
  }
  const headers = new Headers({ authorization: `Bearer ${key}`, accept: 'application/json' });
  if (input.ifMatch !== undefined) headers.set('if-match', input.ifMatch);
  if (input.idempotencyKey !== undefined) headers.set('idempotency-key', input.idempotencyKey);
  if (method !== 'GET') headers.set('content-type', bodyMedia ?? 'application/json');
  return new Request(url, {
    method,
    headers,
    ...(method === 'GET' ? {} : { body: bodyOf(input.body ?? {}) }),
    ...(input.signal === undefined ? {} : { signal: input.signal }),
  });
}

function bodyOf(body: unknown): string | Uint8Array<ArrayBuffer> {
  if (typeof body === 'string') return body;
  return body instanceof Uint8Array ? Uint8Array.from(body) : JSON.stringify(body);
}
