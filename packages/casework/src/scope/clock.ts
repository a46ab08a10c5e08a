import { insertDeadline, meetDeadlines } from '@lamro/database';
import type { Scope } from './scope.ts';

/**
 * What cases count time for, with the rules of a profile that say how long, the first that the profile has. A written
 * rule stands before the internal one that fills its place.
 */
const CLOCKS = {
  notify: ['notify-on-detection'],
  accept: ['accept-assignment'],
  draft: ['draft-response'],
  dossier: ['build-dossier'],
  opinion: ['opinion-on-activity', 'give-opinion'],
  approve: ['approve-response'],
  outlet: ['check-outlet'],
} as const satisfies Record<string, readonly string[]>;

export type ClockPurpose = keyof typeof CLOCKS;

interface ClockOptions {
  /** Now, where absent. */
  readonly startsAt?: Date;
  /** The task that it counts for; absent for the answer's own clocks. */
  readonly assignmentId?: string;
}

/** Starts the clock for a purpose and returns the deadline's id; null where the province has no rule for it. */
export async function startClock(
  scope: Scope,
  purpose: ClockPurpose,
  options: ClockOptions = {},
): Promise<string | null> {
  const { startsAt = scope.at, assignmentId = null } = options;
  const { db, row, procedure } = scope;
  const rule = CLOCKS[purpose].find((name) => procedure.hasRule(name));
  if (rule === undefined) return null;
  const due = procedure.deadline(rule, startsAt);
  return insertDeadline(db, { ...due, rule, profile: row.profile, caseId: row.id, assignmentId, startsAt });
}

/** Stops the running clocks of a purpose, the answer's own or those of one task: what they waited for has happened. */
export async function stopClock(
  scope: Scope,
  purpose: ClockPurpose,
  assignmentId: string | null = null,
): Promise<void> {
  await meetDeadlines(scope.db, { caseId: scope.row.id, rules: CLOCKS[purpose], assignmentId, at: scope.at });
}
