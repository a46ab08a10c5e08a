export type IdentityErrorCode =
  | 'email-taken'
  | 'agency-required'
  | 'password-too-short'
  | 'password-too-long'
  | 'invitation-invalid'
  | 'email-required'
  | 'account-unknown'
  | 'account-changed'
  | 'last-administrator';

/** A request about accounts that cannot be done; `message` is Vietnamese and says what to do instead. */
export class IdentityError extends Error {
  readonly code: IdentityErrorCode;
  /** Of an account that changed since it was seen. */
  readonly currentVersion: number | undefined;

  constructor(code: IdentityErrorCode, message: string, currentVersion?: number) {
    super(message);
    this.name = 'IdentityError';
    this.code = code;
    this.currentVersion = currentVersion;
  }
}
