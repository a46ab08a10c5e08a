import type { Queryable } from '../../connection/connection.ts';
import { GUESS_TABLES, type Guess } from './guess.ts';

/** Forgets wrong guesses and a lock: after a right one, or by an administrator. */
export async function clearGuesses(db: Queryable, { factor, subject }: Guess): Promise<void> {
  const { table, key } = GUESS_TABLES[factor];
  await db.query(`delete from ${table} where ${key} = $1`, [subject]);
}
