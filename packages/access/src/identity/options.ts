import { type BetterAuthOptions, betterAuth } from 'better-auth';
import { genericOAuth, twoFactor } from 'better-auth/plugins';
import type pg from 'pg';
import { challenge } from './challenge.ts';
import { CLIENT_ADDRESS_HEADER, PASSWORD_LENGTH, type SingleSignOn } from './settings.ts';

export interface AuthSettings {
  readonly pool: pg.Pool;
  readonly secret: string;
  readonly baseUrl: string;
  readonly trustedOrigins: readonly string[];
  readonly singleSignOn: SingleSignOn | null;
  readonly sendReset: (to: { email: string; name: string }, token: string) => Promise<void>;
}

const TWELVE_HOURS = 12 * 60 * 60;

/** The configured better-auth instance. Accounts come only from administrators: nobody signs up, not even by single sign-on. */
export function createAuth(settings: AuthSettings) {
  return betterAuth({
    appName: 'Làm Rõ',
    baseURL: settings.baseUrl,
    basePath: '/api/auth',
    secret: settings.secret,
    trustedOrigins: [...settings.trustedOrigins],
    database: settings.pool,
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_LENGTH.min,
      maxPasswordLength: PASSWORD_LENGTH.max,
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: 60 * 60,
      sendResetPassword: ({ user, token }) => settings.sendReset(user, token),
    },
    user: {
      additionalFields: {
        role: { type: 'string', required: true, input: false },
        profile: { type: 'string', required: true, input: false },
        agency: { type: 'string', required: false, input: false },
        disabledAt: { type: 'date', required: false, input: false },
      },
    },
    session: { expiresIn: TWELVE_HOURS, updateAge: 60 * 60 },
    account: { accountLinking: { enabled: true, trustedProviders: ['office'] } },
    rateLimit: {
      enabled: true,
      window: 60,
      max: 600,
      // An office shares one address, and each account has its own lock-out.
      customRules: { '/sign-in/*': { window: 60, max: 120 }, '/two-factor/*': { window: 60, max: 120 } },
    },
    advanced: { ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS_HEADER] } },
    telemetry: { enabled: false },
    logger: { level: 'error' },
    plugins: [
      // Its own lock would leave no trace and open to no administrator: see guard.ts.
      twoFactor({ issuer: 'Làm Rõ', accountLockout: { enabled: false } }),
      challenge(),
      ...signOnPlugins(settings.singleSignOn),
    ],
  } satisfies BetterAuthOptions);
}

function signOnPlugins(office: SingleSignOn | null) {
  if (office === null) return [];
  return [
    genericOAuth({
      config: [
        {
          providerId: 'office',
          discoveryUrl: office.discoveryUrl,
          clientId: office.clientId,
          clientSecret: office.clientSecret,
          scopes: ['openid', 'email', 'profile'],
          pkce: true,
          disableSignUp: true,
        },
      ],
    }),
  ];
}
