export type { Actor } from './actor/actor.ts';
export type { AccountEdit, NewAccount } from './identity/account-book.ts';
export { createIdentity, type Identity, type IdentityMailer, type IdentityOptions } from './identity/identity.ts';
export { IdentityError, type IdentityErrorCode } from './identity/identity-error.ts';
export type { Acceptance, Invitation } from './identity/invitation.ts';
export { CLIENT_ADDRESS_HEADER, LOCK_OUT, PASSWORD_LENGTH, type SingleSignOn } from './identity/settings.ts';
export type { SessionSummary, SignIn, SignInOutcome } from './identity/sign-in.ts';
export { COMMANDS, type Command, type CommandRule, type Reach } from './rights/commands.ts';
export { type Decision, may, roleName, rolesFor, type Target } from './rights/rights.ts';
