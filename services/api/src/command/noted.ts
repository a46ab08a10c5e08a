import type { Actor } from '@lamro/access';
import { insertAuditEntry, inTransaction, type Queryable } from '@lamro/database';
import type { ApiParts } from '../endpoint/parts.ts';

interface Trace {
  readonly action: string;
  readonly objectKind: string;
  readonly objectId: string | null;
  readonly detail?: Readonly<Record<string, string | number | boolean>>;
}

/** Does work and writes who did it into the trail, both or neither. */
export function noted<Result>(
  { pool, clock }: Pick<ApiParts, 'pool' | 'clock'>,
  actor: Actor,
  trace: Trace,
  work: (db: Queryable, at: Date) => Promise<Result>,
): Promise<Result> {
  return inTransaction(pool, async (db) => {
    const at = clock.now();
    const result = await work(db, at);
    const { profile, id: actorId, role: actorRole } = actor;
    await insertAuditEntry(db, { detail: {}, ...trace, profile, actorId, actorRole, at });
    return result;
  });
}
