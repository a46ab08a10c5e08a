import { APIError, createAuthMiddleware } from 'better-auth/api';
import { z } from 'zod';

/** Where wrong passwords are counted. */
export interface FailureBook {
  /** Until when the account is locked, or null. */
  lockedUntil(email: string): Promise<Date | null>;
  count(email: string): Promise<void>;
  clear(email: string): Promise<void>;
}

const attemptSchema = z.object({ email: z.string() });
const SIGN_IN = '/sign-in/email';

/** Hooks that refuse a locked account before its password is looked at, so that a right guess shows nothing. */
export function lockOut(failures: FailureBook) {
  return {
    before: createAuthMiddleware(async (context) => {
      const attempt = attemptOf(context);
      if (attempt === null || (await failures.lockedUntil(attempt)) === null) return;
      throw new APIError('TOO_MANY_REQUESTS', {
        code: 'ACCOUNT_LOCKED',
        message: 'Tài khoản tạm khóa do nhập sai mật khẩu nhiều lần.',
      });
    }),
    after: createAuthMiddleware(async (context) => {
      const attempt = attemptOf(context);
      if (attempt === null) return;
      const returned: unknown = context.context.returned;
      if (!(returned instanceof APIError)) await failures.clear(attempt);
      else if (returned.statusCode === 401) await failures.count(attempt);
    }),
  };
}

function attemptOf(context: { path: string; body: unknown }): string | null {
  if (context.path !== SIGN_IN) return null;
  const attempt = attemptSchema.safeParse(context.body);
  return attempt.success ? attempt.data.email.trim().toLowerCase() : null;
}
