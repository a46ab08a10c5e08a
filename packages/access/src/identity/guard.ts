import { clearGuesses, countGuess, type Guess, type Pool, type Queryable, returnCode, useCode } from '@lamro/database';
import type { Clock } from '@lamro/domain';
import { LOCK_OUT } from './settings.ts';
import { noteLock } from './trail.ts';

/** Stands between whoever types a secret and its check: five wrong ones in a row lock it, wherever they come from. */
export interface Guard {
  /**
   * Lets one guess be checked. Null where the subject is locked: then the secret is not even looked at, so that a right one shows nothing.
   * A lock stands in the trail.
   */
  guess<Result>(
    guess: Guess,
    check: () => Promise<Result>,
    isRight: (result: Result) => boolean,
  ): Promise<Result | null>;
  /** Lets a six-digit code of an account be checked, unless it was taken before: null then. */
  once<Result>(
    code: { accountId: string; code: string },
    check: () => Promise<Result>,
    isRight: (result: Result) => boolean,
  ): Promise<Result | null>;
  /** Forgets wrong guesses of password and second factor of an account. */
  forget(db: Queryable, account: { id: string; email: string }): Promise<void>;
}

export function createGuard(pool: Pool, clock: Clock): Guard {
  return {
    guess: async (guess, check, isRight) => {
      const leave = await countGuess(pool, guess, {
        limit: LOCK_OUT.failures,
        minutes: LOCK_OUT.minutes,
        at: clock.now(),
      });
      if (leave === 'locked') return null;
      const result = await check();
      if (isRight(result)) await clearGuesses(pool, guess);
      else if (leave === 'last') await noteLock(pool, guess, clock.now());
      return result;
    },
    once: async ({ accountId, code }, check, isRight) => {
      if (!(await useCode(pool, { accountId, code, at: clock.now() }))) return null;
      const result = await check();
      if (!isRight(result)) await returnCode(pool, accountId, code);
      return result;
    },
    forget: async (db, { id, email }) => {
      await clearGuesses(db, passwordOf(email));
      await clearGuesses(db, { factor: 'second-factor', subject: id });
    },
  };
}

/** The same address is one subject however it is typed. */
export function passwordOf(email: string): Guess {
  return { factor: 'password', subject: email.trim().toLowerCase() };
}
