import type { Guess } from '@lamro/database';
import { APIError } from 'better-auth/api';
import { type Guard, passwordOf } from './guard.ts';
import type { createAuth } from './options.ts';
import type { Throttle } from './throttle.ts';

type Auth = ReturnType<typeof createAuth>;

export type SignInOutcome =
  | { readonly kind: 'signed-in'; readonly headers: Headers }
  /** The password was right; `verifySecondFactor` with the cookies in `headers` completes it. */
  | { readonly kind: 'second-factor'; readonly headers: Headers }
  | { readonly kind: 'refused' | 'locked' | 'too-many-requests'; readonly message: string };

export interface SessionSummary {
  readonly id: string;
  readonly token: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly ipAddress: string | null;
  readonly userAgent: string | null;
}

/** What sign-in pages need, without JavaScript in between. `headers` of results carry `set-cookie` to be passed on. */
export interface SignIn {
  signIn(input: { email: string; password: string; headers?: Headers }): Promise<SignInOutcome>;
  /** Completes a sign-in with a six-digit code, or with one of the backup codes. */
  verifySecondFactor(input: { code: string; headers: Headers }): Promise<SignInOutcome>;
  /** Ends the session of these headers. */
  signOut(headers: Headers): Promise<Headers>;
  /** Starts a second factor: the `otpauth:` address to scan and the backup codes. Confirmed by `verifySecondFactor`. */
  enrolSecondFactor(input: {
    password: string;
    headers: Headers;
  }): Promise<{ uri: string; backupCodes: readonly string[] } | null>;
  removeSecondFactor(input: { password: string; headers: Headers }): Promise<boolean>;
  changePassword(input: { current: string; next: string; headers: Headers }): Promise<SignInOutcome>;
  /** Mails a reset link where the address has an account; the answer is the same for every address, and where too many were asked for. */
  requestReset(email: string, headers?: Headers): Promise<void>;
  /** Sets a new password by the token of a reset link; false when the link is wrong, used or expired. */
  resetPassword(input: { token: string; password: string }): Promise<boolean>;
  listSessions(headers: Headers): Promise<readonly SessionSummary[]>;
  endSession(input: { token: string; headers: Headers }): Promise<void>;
}

export function createSignIn(auth: Auth, throttle: Throttle, guard: Guard): SignIn {
  const guarded = async (headers: Headers, attempt: () => Promise<SignInOutcome>): Promise<SignInOutcome> => {
    if (!(await throttle.take('failed-sign-in', headers))) return TOO_MANY;
    const outcome = await attempt();
    if ('headers' in outcome) await throttle.giveBack('failed-sign-in', headers);
    return outcome;
  };
  const guess = async (of: Guess, check: () => Promise<SignInOutcome>): Promise<SignInOutcome> =>
    (await guard.guess(of, check, isRight)) ?? LOCKED;
  /** One's own password, asked for again: a session left open, or stolen, must not serve to guess it. Null where refused. */
  const withPassword = async <Result>(headers: Headers, check: () => Promise<Result>): Promise<Result | null> => {
    const session = await auth.api.getSession({ headers });
    if (session === null) return null;
    return guard.guess(
      passwordOf(session.user.email),
      () => unlessRefused(check()),
      (result) => result !== null,
    );
  };
  return {
    signIn: ({ email, password, headers = new Headers() }) =>
      guarded(headers, () =>
        guess(passwordOf(email), () =>
          outcomeOf(auth.api.signInEmail({ body: { email, password }, headers, asResponse: true })),
        ),
      ),
    verifySecondFactor: ({ code, headers }) =>
      guarded(headers, async () => {
        const accountId = await auth.api.accountOfChallenge({ headers });
        if (accountId === null) return REFUSED;
        const byCode = () => outcomeOf(auth.api.verifyTOTP({ body: { code }, headers, asResponse: true }));
        const byBackup = () => outcomeOf(auth.api.verifyBackupCode({ body: { code }, headers, asResponse: true }));
        return guess({ factor: 'second-factor', subject: accountId }, async () =>
          /^\d{6}$/.test(code) ? ((await guard.once({ accountId, code }, byCode, isRight)) ?? REFUSED) : byBackup(),
        );
      }),
    signOut: async (headers) => (await auth.api.signOut({ headers, asResponse: true })).headers,
    enrolSecondFactor: async ({ password, headers }) => {
      const enabled = await withPassword(headers, () => auth.api.enableTwoFactor({ body: { password }, headers }));
      if (enabled === null) return null;
      return 'totpURI' in enabled ? { uri: enabled.totpURI, backupCodes: enabled.backupCodes } : null;
    },
    removeSecondFactor: async ({ password, headers }) =>
      (await withPassword(headers, () => auth.api.disableTwoFactor({ body: { password }, headers }))) !== null,
    changePassword: ({ current, next, headers }) =>
      guarded(headers, async () => {
        const body = { currentPassword: current, newPassword: next, revokeOtherSessions: true };
        const change = () => auth.api.changePassword({ body, headers, asResponse: true });
        const session = await auth.api.getSession({ headers });
        return session === null ? REFUSED : guess(passwordOf(session.user.email), () => outcomeOf(change()));
      }),
    requestReset: async (email, headers = new Headers()) => {
      if (!(await throttle.take('reset-letter', headers)) || !(await throttle.takeReset(email))) return;
      await auth.api.requestPasswordReset({ body: { email } });
    },
    resetPassword: async ({ token, password }) =>
      (await unlessRefused(auth.api.resetPassword({ body: { token, newPassword: password } }))) !== null,
    listSessions: async (headers) =>
      (await auth.api.listSessions({ headers })).map(({ id, token, createdAt, expiresAt, ipAddress, userAgent }) => ({
        id,
        token,
        createdAt,
        expiresAt,
        ipAddress: ipAddress ?? null,
        userAgent: userAgent ?? null,
      })),
    endSession: async ({ token, headers }) => {
      await auth.api.revokeSession({ body: { token }, headers });
    },
  };
}

const TOO_MANY: SignInOutcome = {
  kind: 'too-many-requests',
  message: 'Có quá nhiều lần đăng nhập sai từ địa chỉ này: hãy chờ mười lăm phút rồi thử lại.',
};

const LOCKED: SignInOutcome = {
  kind: 'locked',
  message:
    'Tài khoản tạm khóa vì nhập sai mật khẩu hoặc mã xác nhận nhiều lần: hãy thử lại sau 15 phút hoặc nhờ quản trị viên mở khóa.',
};
const REFUSED: SignInOutcome = {
  kind: 'refused',
  message: 'Địa chỉ, mật khẩu hoặc mã xác nhận không đúng: hãy kiểm tra rồi nhập lại.',
};

function isRight(outcome: SignInOutcome): boolean {
  return 'headers' in outcome;
}

async function outcomeOf(answer: Promise<Response>): Promise<SignInOutcome> {
  const response = await answer.catch(refusalOf);
  if (response.ok) {
    return { kind: (await asksForCode(response)) ? 'second-factor' : 'signed-in', headers: response.headers };
  }
  return response.status === 429 ? TOO_MANY : REFUSED;
}

/** A hook's refusal is thrown even where a response was asked for. */
function refusalOf(error: unknown): Response {
  if (!(error instanceof APIError)) throw error;
  return Response.json(error.body ?? {}, { status: error.statusCode });
}

async function asksForCode(response: Response): Promise<boolean> {
  const body: unknown = await response.json();
  return typeof body === 'object' && body !== null && 'twoFactorRedirect' in body && body.twoFactorRedirect === true;
}

/** Null for what better-auth refuses; anything else is a real failure and goes on. */
async function unlessRefused<Result>(answer: Promise<Result>): Promise<Result | null> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof APIError && error.statusCode < 500) return null;
    throw error;
  }
}
