import type { BetterAuthPlugin } from 'better-auth';
import { createAuthEndpoint, getSessionFromCtx } from 'better-auth/api';

/** Whose second factor a request would check: the holder of the session, or whoever gave the right password just before. */
export function challenge() {
  return {
    id: 'challenge',
    endpoints: {
      accountOfChallenge: createAuthEndpoint.serverOnly(
        { method: 'POST', requireHeaders: true },
        async (context): Promise<string | null> => {
          const session = await getSessionFromCtx(context);
          if (session !== null) return session.user.id;
          // The name is the library's own (its two-factor plugin), which exports it nowhere.
          const cookie = context.context.createAuthCookie('two_factor');
          const name = await context.getSignedCookie(cookie.name, context.context.secret);
          if (!name) return null;
          const found = await context.context.internalAdapter.findVerificationValue(name);
          return found?.value ?? null;
        },
      ),
    },
  } satisfies BetterAuthPlugin;
}
