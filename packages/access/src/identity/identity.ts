import {
  type AccountRow,
  type ApiKeyRow,
  findAccount,
  insertApiKey,
  inTransaction,
  listAccounts,
  listApiKeys,
  revokeApiKey,
  useApiKey,
  withStartOption,
} from '@lamro/database';
import { type Clock, systemClock } from '@lamro/domain';
import pg from 'pg';
import type { Actor } from '../actor/actor.ts';
import { type AccountEdit, editAccount, type NewAccount, writeAccount } from './account-book.ts';
import { createGuard } from './guard.ts';
import {
  type Acceptance,
  type Invitation,
  useInvitation,
  writeFirstInvitation,
  writeInvitation,
} from './invitation.ts';
import { createAuth } from './options.ts';
import { CLIENT_ADDRESS_HEADER, type SingleSignOn } from './settings.ts';
import { createSignIn, type SignIn } from './sign-in.ts';
import { startSingleSignOn } from './single-sign-on.ts';
import { createThrottle } from './throttle.ts';
import { createToken, hashToken } from './token.ts';
import { noteChange } from './trail.ts';

/** Sends the two letters that identity writes. Without one, links are handed back and shown to the administrator instead. */
export interface IdentityMailer {
  sendInvitation(to: { email: string; name: string | null }, link: string): Promise<void>;
  sendReset(to: { email: string; name: string }, link: string): Promise<void>;
}

export interface IdentityOptions {
  readonly connectionString: string;
  /** At least 32 characters; signs cookies and encrypts second-factor secrets. */
  readonly secret: string;
  /** Origin at which people reach the desk, e.g. `http://127.0.0.1:8080`. */
  readonly baseUrl: string;
  readonly trustedOrigins?: readonly string[];
  readonly mailer?: IdentityMailer;
  readonly singleSignOn?: SingleSignOn;
  readonly clock?: Clock;
  /** Largest number of connections held for sign-in and sessions. */
  readonly maxConnections?: number;
}

export interface Identity extends SignIn {
  /**
   * Answers what the office's provider sends people back to under `/api/auth/`. Everything else there is shut: pages and programs
   * come in by the desk's forms and by keys. `clientAddress` is the peer's address as the server saw it.
   */
  handler(request: Request, clientAddress?: string): Promise<Response>;
  /** Who sends these headers (session cookie, or `Authorization: Bearer` with an API key); null when nobody known. */
  actorOf(headers: Headers): Promise<Actor | null>;
  /**
   * Where to send somebody who signs in with the office's own provider, with the cookies to pass on; null where none is
   * configured. The provider brings them back to `/api/auth/callback/office`, and that to `returnTo` or `errorTo`
   * (which gets `?error=…`, for instance for a person without an account).
   */
  startSingleSignOn(pages: { returnTo: string; errorTo: string }): Promise<{ url: string; headers: Headers } | null>;
  /** @throws IdentityError; returns the new account's id */
  createAccount(account: NewAccount): Promise<string>;
  /** `by` stands in the trail; null is the installation itself. @throws IdentityError */
  changeAccount(edit: AccountEdit, by?: Actor | null): Promise<number>;
  /** Forgets wrong passwords and codes of an account, which ends its lock; `by` stands in the trail. */
  unlock(account: { id: string; email: string; profile: string }, by: Actor): Promise<void>;
  listAccounts(profile: string): Promise<readonly AccountRow[]>;
  findAccount(id: string): Promise<AccountRow | null>;
  /** Stores an invitation, mails it where there is a mailer, and returns its link `<baseUrl>/invitation?token=…` (7 days, once). */
  invite(invitation: Invitation): Promise<string>;
  /** Link for the first administrator of a fresh installation; null once there is one. */
  inviteFirstAdministrator(profile: string): Promise<string | null>;
  /** Makes the account that an invitation promises. @throws IdentityError; returns the account's id */
  acceptInvitation(acceptance: Acceptance): Promise<string>;
  /** A new API key; shown this once, kept only as a hash. */
  createApiKey(accountId: string, name: string, daysValid: number): Promise<{ id: string; key: string }>;
  listApiKeys(accountId: string): Promise<readonly ApiKeyRow[]>;
  revokeApiKey(accountId: string, id: string): Promise<boolean>;
  close(): Promise<void>;
}

/**
 * Identity on the ledger's own database, in its schema `identity`. Connects on first use.
 *
 * @example const identity = createIdentity({ connectionString, secret, baseUrl: 'http://127.0.0.1:8080' })
 */
export function createIdentity(options: IdentityOptions): Identity {
  const clock = options.clock ?? systemClock;
  const pool = openPool(options);
  const auth = createAuth({
    pool,
    secret: options.secret,
    baseUrl: options.baseUrl,
    trustedOrigins: options.trustedOrigins ?? [],
    singleSignOn: options.singleSignOn ?? null,
    sendReset: async (to, token) => options.mailer?.sendReset(to, link(options, 'reset-password', token)),
  });
  const guard = createGuard(pool, clock);
  return {
    ...createSignIn(auth, createThrottle(pool, clock), guard),
    handler: async (request, clientAddress) =>
      OPEN_PATHS.has(new URL(request.url).pathname)
        ? auth.handler(withAddress(request, clientAddress))
        : new Response(null, { status: 404 }),
    actorOf: async (headers) => {
      const key = bearerOf(headers);
      if (key !== null) return actorFrom(await useApiKey(pool, hashToken(key), clock.now()));
      const session = await auth.api.getSession({ headers });
      return session === null ? null : actorFrom(await findAccount(pool, session.user.id));
    },
    startSingleSignOn: async (pages) =>
      options.singleSignOn === undefined ? null : startSingleSignOn(auth.handler, options.baseUrl, pages),
    createAccount: async (account) => writeAccount(pool, await auth.$context, account),
    changeAccount: (edit, by = null) => editAccount(pool, edit, by, clock.now()),
    unlock: ({ id, email, profile }, by) =>
      inTransaction(pool, async (db) => {
        await guard.forget(db, { id, email });
        await noteChange(db, { action: 'unlock-account', account: { id, profile }, by, at: clock.now() });
      }),
    listAccounts: (profile) => listAccounts(pool, profile),
    findAccount: (id) => findAccount(pool, id),
    invite: async (invitation) => {
      const address = link(options, 'invitation', await writeInvitation(pool, invitation, clock.now()));
      const { email, name } = invitation;
      if (email !== null) await options.mailer?.sendInvitation({ email, name }, address);
      return address;
    },
    inviteFirstAdministrator: async (profile) => {
      const token = await writeFirstInvitation(pool, profile, clock.now());
      return token === null ? null : link(options, 'invitation', token);
    },
    acceptInvitation: async (acceptance) => useInvitation(pool, await auth.$context, acceptance, clock.now()),
    createApiKey: async (accountId, name, daysValid) => {
      const key = createToken();
      const expiresAt = new Date(clock.now().getTime() + daysValid * 24 * 3600 * 1000);
      return { id: await insertApiKey(pool, { accountId, name, keySha256: hashToken(key), expiresAt }), key };
    },
    listApiKeys: (accountId) => listApiKeys(pool, accountId),
    revokeApiKey: (accountId, id) => revokeApiKey(pool, accountId, id, clock.now()),
    close: () => pool.end(),
  };
}

/** Where the provider brings people back to, and where the library tells what went wrong on the way. */
const OPEN_PATHS: ReadonlySet<string> = new Set(['/api/auth/callback/office', '/api/auth/error']);

function openPool(options: IdentityOptions): pg.Pool {
  const pool = new pg.Pool({
    // better-auth names its tables without a schema.
    connectionString: withStartOption(options.connectionString, '-c search_path=identity'),
    max: options.maxConnections ?? 5,
    application_name: 'lamro-identity',
    connectionTimeoutMillis: 10_000,
  });
  // An idle connection lost to a server restart is replaced on the next query, which reports its own failure.
  pool.on('error', () => undefined);
  return pool;
}

function link(options: IdentityOptions, page: 'invitation' | 'reset-password', token: string): string {
  const address = new URL(`/${page}`, options.baseUrl);
  address.searchParams.set('token', token);
  return address.href;
}

function withAddress(request: Request, clientAddress: string | undefined): Request {
  const headers = new Headers(request.headers);
  headers.delete(CLIENT_ADDRESS_HEADER);
  if (clientAddress !== undefined) headers.set(CLIENT_ADDRESS_HEADER, clientAddress);
  return new Request(request, { headers });
}

function bearerOf(headers: Headers): string | null {
  return /^Bearer (\S+)$/i.exec(headers.get('authorization') ?? '')?.[1] ?? null;
}

/** A disabled account is nobody, whatever cookie or key it still holds. */
function actorFrom(account: AccountRow | null): Actor | null {
  if (account === null || account.disabledAt !== null) return null;
  const { id, name, profile, role, agency } = account;
  return { id, name, profile, role, agency };
}
