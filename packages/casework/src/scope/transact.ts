import { inTransaction, type Queryable } from '@lamro/database';
import type { Context } from './context.ts';

const ATTEMPTS = 5;
const DEADLOCK = '40P01';

/**
 * Runs work in one transaction, again where PostgreSQL broke a deadlock between two of them: a withdrawal locks several cases,
 * and its transaction, once broken, has written nothing.
 *
 * @throws what the work threw, or the deadlock itself after five attempts
 */
export async function transact<Result>(context: Context, work: (db: Queryable) => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await inTransaction(context.pool, work);
    } catch (error) {
      if (attempt === ATTEMPTS || !isDeadlock(error)) throw error;
    }
  }
}

function isDeadlock(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === DEADLOCK;
}
