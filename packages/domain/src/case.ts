import { z } from 'zod';

export const CASE_STATES = [
  'drafted',
  'awaiting-assignment',
  'assigned',
  'accepted',
  'returned',
  'responding',
  'submitted',
  'approved',
  'sent-back',
  'released',
  'monitoring',
  'closed',
  'retracted',
  'reopened',
] as const;
export const caseStateSchema = z.enum(CASE_STATES);
export type CaseState = z.infer<typeof caseStateSchema>;

/** Commands that move a case, with the states they may start from and the state they lead to. */
export const CASE_TRANSITIONS = {
  'request-assignment': { from: ['drafted', 'reopened', 'returned'], to: 'awaiting-assignment' },
  assign: { from: ['drafted', 'reopened', 'returned'], to: 'assigned' },
  'approve-assignment': { from: ['awaiting-assignment'], to: 'assigned' },
  'reject-assignment': { from: ['awaiting-assignment'], to: 'drafted' },
  accept: { from: ['assigned'], to: 'accepted' },
  return: { from: ['assigned', 'accepted'], to: 'returned' },
  draft: { from: ['accepted', 'sent-back', 'responding'], to: 'responding' },
  submit: { from: ['responding'], to: 'submitted' },
  'send-back': { from: ['submitted'], to: 'sent-back' },
  approve: { from: ['submitted'], to: 'approved' },
  release: { from: ['approved', 'released', 'monitoring'], to: 'released' },
  monitor: { from: ['released'], to: 'monitoring' },
  retract: { from: ['released', 'monitoring'], to: 'retracted' },
  close: { from: ['monitoring', 'retracted'], to: 'closed' },
  'close-without-response': {
    from: ['drafted', 'awaiting-assignment', 'assigned', 'accepted', 'returned', 'responding', 'sent-back', 'reopened'],
    to: 'closed',
  },
  /** A ground of the answer fell away before it left the building. */
  reconsider: { from: ['submitted', 'approved'], to: 'sent-back' },
  reopen: { from: ['closed', 'retracted'], to: 'reopened' },
} as const satisfies Record<string, { from: readonly CaseState[]; to: CaseState }>;

export type CaseTransition = keyof typeof CASE_TRANSITIONS;

/**
 * The state a transition leads to, or null where the case's state does not allow it.
 *
 * @example nextCaseState('submitted', 'approve') // 'approved'
 */
export function nextCaseState(state: CaseState, transition: CaseTransition): CaseState | null {
  const { from, to } = CASE_TRANSITIONS[transition];
  return (from as readonly CaseState[]).includes(state) ? to : null;
}
