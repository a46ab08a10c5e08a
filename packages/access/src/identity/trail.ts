import {
  findAccount,
  findAccountByEmail,
  type Guess,
  insertAuditEntry,
  type Pool,
  type Queryable,
} from '@lamro/database';
import type { Actor } from '../actor/actor.ts';

/** Who acts where no person does. */
const INSTALLATION = { id: 'installation', role: 'system' } as const;

export interface AccountChange {
  readonly action: string;
  /** Null id where the account does not exist yet. */
  readonly account: { readonly id: string | null; readonly profile: string };
  readonly by: Pick<Actor, 'id' | 'role'> | null;
  readonly at: Date;
  readonly detail?: Readonly<Record<string, string>>;
}

/** Writes who changed an account into the trail; belongs into the transaction of the change. */
export async function noteChange(
  db: Queryable,
  { action, account, by, at, detail = {} }: AccountChange,
): Promise<void> {
  const { id: actorId, role: actorRole } = by ?? INSTALLATION;
  const { profile, id: objectId } = account;
  await insertAuditEntry(db, { profile, actorId, actorRole, action, objectKind: 'account', objectId, detail, at });
}

/** That wrong passwords or codes locked an account stands in the trail; an address without account leaves none. */
export async function noteLock(pool: Pool, { factor, subject }: Guess, at: Date): Promise<void> {
  const account = await (factor === 'password' ? findAccountByEmail(pool, subject) : findAccount(pool, subject));
  if (account !== null) await noteChange(pool, { action: LOCKS[factor], account, by: null, at });
}

const LOCKS = { password: 'lock-account', 'second-factor': 'lock-second-factor' } as const;
