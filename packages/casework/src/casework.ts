import type { Actor } from '@lamro/access';
import type { Pool } from '@lamro/database';
import { type Clock, systemClock } from '@lamro/domain';
import type { Profile } from '@lamro/profiles';
import { accept, returnCase } from './assignment/answer-assignment.ts';
import { assign } from './assignment/assign.ts';
import { approveAssignment, rejectAssignment } from './assignment/decide-assignment.ts';
import { close, closeWithoutResponse, reopen } from './closing/close.ts';
import { reviewFlag } from './flag/review-flag.ts';
import { openCase } from './opening/open-case.ts';
import {
  confirmOutcome,
  type ProposeOutcomeInput,
  proposeOutcome,
  recordOutcome,
  requestCheck,
} from './outcome/outcome.ts';
import { procedureOf } from './procedure/profile-procedure.ts';
import { release } from './release/release.ts';
import { approve, sendBack, submit } from './response/decide-response.ts';
import { comment, draft } from './response/draft.ts';
import type { Context } from './scope/context.ts';

export interface CaseworkOptions {
  readonly pool: Pool;
  /** The province profile with this id. @throws for one that is not loaded */
  readonly profiles: (id: string) => Profile;
  readonly clock?: Clock;
}

export type Casework = ReturnType<typeof createCasework>;

/**
 * Every command on flags and cases. Each is `(actor, input) → result`: it reads the input by a schema, checks the right
 * and the state, locks the row, and writes the rows and the event in one transaction.
 *
 * @throws each command throws CommandRefused when it is not carried out; then nothing was written
 * @example await casework.accept(actor, { caseId: '12', expectedVersion: 4 })
 */
export function createCasework(options: CaseworkOptions) {
  const context: Context = {
    pool: options.pool,
    procedure: (profile) => procedureOf(options.profiles(profile)),
    clock: options.clock ?? systemClock,
  };
  const given =
    <Input, Result>(command: (context: Context, actor: Actor, input: Input) => Promise<Result>) =>
    (actor: Actor, input: Input): Promise<Result> =>
      command(context, actor, input);
  return {
    reviewFlag: given(reviewFlag),
    openCase: given(openCase),
    assign: given(assign),
    approveAssignment: given(approveAssignment),
    rejectAssignment: given(rejectAssignment),
    accept: given(accept),
    returnCase: given(returnCase),
    draft: given(draft),
    comment: given(comment),
    submit: given(submit),
    sendBack: given(sendBack),
    approve: given(approve),
    release: given(release),
    requestCheck: given(requestCheck),
    confirmOutcome: given(confirmOutcome),
    recordOutcome: given(recordOutcome),
    close: given(close),
    closeWithoutResponse: given(closeWithoutResponse),
    reopen: given(reopen),
    /** For services: what a visit to an article found. */
    proposeOutcome: (input: ProposeOutcomeInput) => proposeOutcome(context, input),
  };
}
