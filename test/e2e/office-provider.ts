import Provider from 'oidc-provider';

/** What the provider knows this installation by. */
export const PROVIDER_CLIENT = { clientId: 'lam-ro', clientSecret: 'bi-mat-cua-phan-mem' } as const;

/** A real OIDC provider that takes any login without a password; its accounts are `<login>@example.vn`. */
export function officeProvider(issuer: string, desk: string): Provider {
  return new Provider(issuer, {
    clients: [
      {
        client_id: PROVIDER_CLIENT.clientId,
        client_secret: PROVIDER_CLIENT.clientSecret,
        redirect_uris: [`${desk}/api/auth/callback/office`],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    conformIdTokenClaims: false,
    findAccount: (_context, sub) => ({
      accountId: sub,
      claims: () => ({ sub, email: `${sub}@example.vn`, email_verified: true, name: sub }),
    }),
  });
}
