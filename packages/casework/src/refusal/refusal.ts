import type { CaseState, Role } from '@lamro/domain';

export type RefusalCode =
  | 'invalid-input'
  | 'not-found'
  | 'forbidden'
  | 'wrong-state'
  | 'conflict'
  | 'reason-missing'
  | 'route-open'
  | 'proof-missing'
  | 'speaker-without-authority'
  | 'channel-closed'
  | 'check-failed'
  | 'file-refused'
  | 'secrecy-mark';

export interface RefusalDetail {
  /** Field paths with what is wrong, for `invalid-input` and `proof-missing`. */
  readonly issues?: readonly { readonly path: string; readonly message: string }[];
  /** States from which the command may be given, for `wrong-state`. */
  readonly allowedStates?: readonly CaseState[];
  /** Roles that may give the command, for `forbidden`. */
  readonly whoMay?: readonly Role[];
  /** The version that stands now and what led to it, for `conflict`. */
  readonly currentVersion?: number;
  readonly changes?: readonly ChangeSummary[];
}

/** What somebody else did meanwhile. */
export interface ChangeSummary {
  readonly command: string;
  readonly actorId: string;
  readonly at: Date;
  readonly toState: string;
}

/** A command that was not carried out: nothing was written. `message` is Vietnamese and names the remedy. */
export class CommandRefused extends Error {
  readonly code: RefusalCode;
  readonly detail: RefusalDetail;

  constructor(code: RefusalCode, message: string, detail: RefusalDetail = {}) {
    super(message);
    this.name = 'CommandRefused';
    this.code = code;
    this.detail = detail;
  }
}
