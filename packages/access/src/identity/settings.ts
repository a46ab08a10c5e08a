/** Length rule of passwords, in characters. */
export const PASSWORD_LENGTH = { min: 12, max: 128 } as const;

/** Header in which the handler passes the address it saw; whatever a client writes there is dropped first. */
export const CLIENT_ADDRESS_HEADER = 'x-lamro-client-address';

/** The office's OIDC provider, as the operator configures it. */
export interface SingleSignOn {
  readonly discoveryUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** Wrong passwords, or wrong codes, in a row before an account is locked, and for how long. */
export const LOCK_OUT = { failures: 5, minutes: 15 } as const;
