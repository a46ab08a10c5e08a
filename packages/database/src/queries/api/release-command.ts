import type { Queryable } from '../../connection/connection.ts';
import type { CommandKey } from './begin-command.ts';

/** Gives the key of a refused command free: nothing was written, so the same command may be given again. */
export async function releaseCommand(db: Queryable, { actorId, key }: CommandKey): Promise<void> {
  await db.query('delete from idempotent_commands where actor_id = $1 and key = $2', [actorId, key]);
}
