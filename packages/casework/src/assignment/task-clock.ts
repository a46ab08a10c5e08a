import { changeAssignment } from '@lamro/database';
import { type ClockPurpose, startClock } from '../scope/clock.ts';
import type { Scope } from '../scope/scope.ts';

/** Starts a task's own clock, by which its agency is measured, and writes it beside the task. */
export async function tieClock(scope: Scope, assignmentId: string, purpose: ClockPurpose): Promise<void> {
  const deadlineId = await startClock(scope, purpose, { assignmentId });
  await changeAssignment(scope.db, { id: assignmentId, state: 'open', at: scope.at, by: scope.author.id, deadlineId });
}
