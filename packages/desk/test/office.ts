import { randomBytes } from 'node:crypto';
import { createIdentity, type Identity, type IdentityOptions } from '@lamro/access';
import { findSecrecyMarks, inspectFile } from '@lamro/archive';
import { RENDERED_FORMATS, renderBriefing, renderPeriodReport } from '@lamro/briefing';
import { type BriefingPress, type Casework, type CaseworkOptions, createCasework } from '@lamro/casework';
import { saveProfile } from '@lamro/database';
import { type BlobStore, ROLES, type Role } from '@lamro/domain';
import { loadProfile } from '@lamro/profiles';
import { blobsInMemory, openTestDatabase, type TestDatabase } from '@lamro/testkit';
import { type CheerioAPI, load } from 'cheerio';
import { createDesk } from '../src/index.ts';

export const PROFILE = 'thai-binh';
export const AGENCY = 'so-y-te';
export const ADDRESS = 'http://127.0.0.1:8123';
const PASSWORD = randomBytes(12).toString('hex');

/** The desk on a database of its own, with one account per role. */
export interface Office {
  readonly database: TestDatabase;
  readonly identity: Identity;
  readonly casework: Casework;
  readonly blobs: BlobStore;
  readonly password: string;
  /** Failures that no page foresaw; a test that means none checks that it stays empty. */
  readonly failures: readonly unknown[];
  fetch(request: Request): Promise<Response>;
  emailOf(role: Role): string;
  /** Somebody signed in, whose browser runs no script. */
  visitor(role: Role): Promise<Visitor>;
  /** Somebody who has not signed in. */
  stranger(): Visitor;
  close(): Promise<void>;
}

export interface Answer {
  readonly status: number;
  readonly location: string | null;
  readonly headers: Headers;
  readonly text: string;
  readonly $: CheerioAPI;
}

export interface Visitor {
  get(path: string): Promise<Answer>;
  /** Fills in the form with this action on the page that was last opened and sends it; follows the redirect. */
  submit(action: string, fields?: Readonly<Record<string, string | readonly string[] | File>>): Promise<Answer>;
  /** Sends a body as it is, without looking at any form. */
  post(path: string, fields: Readonly<Record<string, string>>): Promise<Answer>;
}

/** Ways into the office beside passwords, where a test walks them. */
export type WaysIn = Pick<IdentityOptions, 'mailer' | 'singleSignOn'> & Pick<CaseworkOptions, 'sources'>;

export async function openOffice(
  address = ADDRESS,
  now?: () => Date,
  { sources, ...ways }: WaysIn = {},
): Promise<Office> {
  const database = await openTestDatabase();
  const { pool } = database;
  const clock = { now: now ?? (() => new Date()) };
  const secret = randomBytes(32).toString('hex');
  const identity = createIdentity({ connectionString: database.url, secret, baseUrl: address, ...ways });
  const blobs = blobsInMemory();
  const files = { inspect: inspectFile, blobStore: blobs };
  const briefings: BriefingPress = {
    render: renderBriefing,
    renderReport: (report, format) => renderPeriodReport(report, format, null),
    formats: RENDERED_FORMATS,
    deskUrl: address,
  };
  const casework = createCasework({
    pool,
    profiles: loadProfile,
    findSecrecyMarks,
    files,
    clock,
    briefings,
    nameRuleSet: () => 'rules-test',
    ...(sources === undefined ? {} : { sources }),
  });
  const failures: unknown[] = [];
  const desk = createDesk({
    pool,
    identity,
    casework,
    profiles: loadProfile,
    clock,
    secret,
    baseUrl: address,
    singleSignOn: ways.singleSignOn !== undefined,
    blobStore: blobs,
    onError: (error) => failures.push(error),
  });
  await saveProfile(pool, { id: PROFILE, name: loadProfile(PROFILE).name, content: {}, contentHash: '' });
  const emailOf = (role: Role) => `${role}@thu-nghiem.example`;
  for (const role of ROLES) {
    await identity.createAccount({
      email: emailOf(role),
      name: `Tài khoản ${role}`,
      role,
      agency: role === 'officer' ? AGENCY : null,
      profile: PROFILE,
      password: PASSWORD,
    });
  }
  const fetch = async (request: Request) => desk.fetch(request);
  return {
    database,
    identity,
    casework,
    blobs,
    password: PASSWORD,
    failures,
    fetch,
    emailOf,
    visitor: async (role) => {
      const visitor = visit(fetch, address);
      await visitor.get('/sign-in');
      await visitor.submit('/sign-in', { email: emailOf(role), password: PASSWORD });
      return visitor;
    },
    stranger: () => visit(fetch, address),
    close: async () => {
      await identity.close();
      await database.close();
    },
  };
}

function visit(fetch: Office['fetch'], address: string): Visitor {
  const cookies = new Map<string, string>();
  let page: Answer | null = null;
  const send = async (path: string, init: RequestInit): Promise<Answer> => {
    const headers = new Headers({ cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') });
    const response = await fetch(new Request(new URL(path, address), { ...init, headers, redirect: 'manual' }));
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';');
      const at = pair.indexOf('=');
      cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    const text = await response.text();
    return {
      status: response.status,
      location: response.headers.get('location'),
      headers: response.headers,
      text,
      $: load(text),
    };
  };
  const follow = async (answer: Answer): Promise<Answer> => {
    page = answer.location === null ? answer : await send(answer.location, {});
    return answer.location === null ? answer : page;
  };
  return {
    get: async (path) => {
      page = await send(path, {});
      return page;
    },
    submit: async (action, fields = {}) => {
      if (page === null) throw new Error('no page is open');
      return follow(await send(action, { method: 'POST', body: filled(page.$, action, fields) }));
    },
    post: (path, fields) => send(path, { method: 'POST', body: new URLSearchParams(fields) }),
  };
}

/** The fields of a form as a browser would send them, with some of them filled in. */
function filled(
  $: CheerioAPI,
  action: string,
  fields: Readonly<Record<string, string | readonly string[] | File>>,
): FormData | URLSearchParams {
  const form = $(`form[method=post][action="${action}"]`).first();
  if (form.length === 0) throw new Error(`no form ${action} on this page: ${$('h1').text()}`);
  const pairs: [string, string | File][] = [];
  const id = form.attr('id');
  const outside = id === undefined ? '' : `, [form="${id}"]`;
  for (const element of $('input, select, textarea', form).add(`nothing${outside}`).toArray()) {
    const control = $(element);
    const name = control.attr('name');
    if (name === undefined || name in fields) continue;
    const type = control.attr('type');
    if ((type === 'checkbox' || type === 'radio') && control.attr('checked') === undefined) continue;
    if (type === 'file') continue;
    const value = control.val();
    pairs.push([name, typeof value === 'string' ? value : (control.find('option').first().attr('value') ?? '')]);
  }
  for (const [name, value] of Object.entries(fields)) {
    if ($(`[name="${name}"]`, form).length === 0 && $(`[form="${id}"][name="${name}"]`).length === 0)
      throw new Error(`the form ${action} has no field ${name}`);
    for (const one of Array.isArray(value) ? value : [value]) pairs.push([name, one]);
  }
  if (form.attr('enctype') === 'multipart/form-data') {
    const body = new FormData();
    for (const [name, value] of pairs) body.append(name, value);
    return body;
  }
  return new URLSearchParams(pairs.filter((pair): pair is [string, string] => typeof pair[1] === 'string'));
}
