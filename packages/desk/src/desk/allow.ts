import { type Actor, type Command, may } from '@lamro/access';
import { Forbidden } from './refusals.ts';

/** Whether an actor may give a command about a matter of these agencies (own agency where none are named). */
export function allowed(actor: Actor, command: Command, agencies?: readonly string[]): boolean {
  return decide(actor, command, agencies).allowed;
}

/** @throws Forbidden with the reason of the table of rights */
export function allow(actor: Actor, command: Command, agencies?: readonly string[]): void {
  const decision = decide(actor, command, agencies);
  if (!decision.allowed) throw new Forbidden(decision.why);
}

function decide(actor: Actor, command: Command, agencies: readonly string[] | undefined) {
  const own = actor.agency === null ? [] : [actor.agency];
  return may(actor, command, { profile: actor.profile, agencies: agencies ?? own });
}
