import { randomBytes } from 'node:crypto';
import { createIdentity, type Identity } from '@lamro/access';
import { findSecrecyMarks, inspectFile } from '@lamro/archive';
import { type Casework, createCasework } from '@lamro/casework';
import { saveProfile } from '@lamro/database';
import { ROLES, type Role, systemClock } from '@lamro/domain';
import { loadCalendar, loadProfile } from '@lamro/profiles';
import { blobsInMemory, openTestDatabase, type TestDatabase } from '@lamro/testkit';
import { type ApiParts, createApi } from '../src/index.ts';
import { nameRuleSet } from '../src/site/name-rule-set.ts';

export const PROFILE = 'thai-binh';
export const AGENCY = 'so-y-te';
export const ADDRESS = 'http://127.0.0.1:8123';

export interface CallInit {
  readonly method?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The API on a database of its own, with one account and one API key per role. */
export interface House {
  readonly database: TestDatabase;
  readonly identity: Identity;
  readonly casework: Casework;
  readonly parts: ApiParts;
  /** Commands of casework that the API has asked for. */
  readonly asked: ReadonlySet<string>;
  /** Failures that nobody foresaw; a test that means none checks that it stays empty. */
  readonly failures: readonly unknown[];
  keyOf(role: Role): string;
  fetch(request: Request): Promise<Response>;
  /** Calls below /api/v1 with the key of a role; null calls as nobody. */
  call(role: Role | null, path: string, init?: CallInit): Promise<Response>;
  /** The same with any key. */
  callWith(key: string, path: string, init?: CallInit): Promise<Response>;
  close(): Promise<void>;
}

export async function openHouse(options: Partial<Pick<ApiParts, 'callsPerMinute'>> = {}): Promise<House> {
  const database = await openTestDatabase();
  const { pool } = database;
  const secret = randomBytes(32).toString('hex');
  const identity = createIdentity({ connectionString: database.url, secret, baseUrl: ADDRESS });
  const blobStore = blobsInMemory();
  const files = { inspect: inspectFile, blobStore };
  const casework = createCasework({ pool, profiles: loadProfile, findSecrecyMarks, files, nameRuleSet });
  const asked = new Set<string>();
  const failures: unknown[] = [];
  const parts: ApiParts = {
    pool,
    identity,
    casework: noteAsked(casework, asked),
    profiles: loadProfile,
    calendar: loadCalendar(),
    clock: systemClock,
    blobStore,
    baseUrl: ADDRESS,
    callsPerMinute: 100_000,
    onError: (error) => failures.push(error),
    ...options,
  };
  const api = createApi(parts);
  await saveProfile(pool, { id: PROFILE, name: loadProfile(PROFILE).name, content: {}, contentHash: '' });
  const keys = new Map<Role, string>();
  for (const role of ROLES) keys.set(role, await keyFor(identity, role));
  const keyOf = (role: Role) => keys.get(role) ?? '';
  let calls = 0;
  // Each from an address of its own: callers that nobody knows are counted by theirs.
  const fetch = async (request: Request) =>
    api.fetch(request, { clientAddress: `127.0.${calls++ >> 8}.${calls & 255}` });
  return {
    database,
    identity,
    casework,
    parts,
    asked,
    failures,
    keyOf,
    fetch,
    call: (role, path, init = {}) => fetch(requestOf(role === null ? null : keyOf(role), path, init)),
    callWith: (key, path, init = {}) => fetch(requestOf(key, path, init)),
    close: async () => {
      await identity.close();
      await database.close();
    },
  };
}

function noteAsked(casework: Casework, asked: Set<string>): Casework {
  return new Proxy(casework, {
    get: (target, name, receiver): unknown => {
      asked.add(String(name));
      return Reflect.get(target, name, receiver);
    },
  });
}

async function keyFor(identity: Identity, role: Role): Promise<string> {
  const id = await identity.createAccount({
    email: `${role}@thu-nghiem.example`,
    name: `Tài khoản ${role}`,
    role,
    agency: role === 'officer' ? AGENCY : null,
    profile: PROFILE,
    password: randomBytes(12).toString('hex'),
  });
  return (await identity.createApiKey(id, 'kiểm thử', 1)).key;
}

function requestOf(key: string | null, path: string, { method, body, headers = {} }: CallInit): Request {
  const json = body !== undefined && typeof body !== 'string' && !(body instanceof Uint8Array);
  return new Request(new URL(path, ADDRESS), {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: {
      ...(key === null ? {} : { authorization: `Bearer ${key}` }),
      ...(json ? { 'content-type': 'application/json' } : {}),
      ...headers,
    },
    ...(body === undefined ? {} : { body: bodyOf(body) }),
  });
}

function bodyOf(body: unknown): string | Uint8Array<ArrayBuffer> {
  if (typeof body === 'string') return body;
  return body instanceof Uint8Array ? Uint8Array.from(body) : JSON.stringify(body);
}
