import {
  countSignInFailure,
  findAccountByEmail,
  insertAuditEntry,
  inTransaction,
  type Pool,
  type Queryable,
} from '@lamro/database';
import type { Actor } from '../actor/actor.ts';
import { LOCK_OUT } from './settings.ts';

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

/** Counts a wrong password. That it locked an account stands in the trail; an address without account leaves none. */
export async function noteFailure(pool: Pool, email: string, at: Date): Promise<void> {
  await inTransaction(pool, async (db) => {
    const locked = await countSignInFailure(db, { email, limit: LOCK_OUT.failures, minutes: LOCK_OUT.minutes, at });
    const account = locked ? await findAccountByEmail(db, email) : null;
    if (account !== null) await noteChange(db, { action: 'lock-account', account, by: null, at });
  });
}
