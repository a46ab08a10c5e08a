export type IdentityErrorCode =
  | 'email-taken'
  | 'agency-required'
  | 'password-too-short'
  | 'password-too-long'
  | 'invitation-invalid'
  | 'email-required'
  | 'account-unknown'
  | 'last-administrator';

/** A request about accounts that cannot be done; `message` is Vietnamese and says what to do instead. */
export class IdentityError extends Error {
  readonly code: IdentityErrorCode;

  constructor(code: IdentityErrorCode, message: string) {
    super(message);
    this.name = 'IdentityError';
    this.code = code;
  }
}
