import { type Actor, COMMANDS, type Command, type CommandRule } from '@lamro/access';

/** The only agency whose matters an actor may read by this right; null where all of the province are open. */
export function ownAgencyOnly(actor: Actor, command: Command): string | null {
  const rule: CommandRule = COMMANDS[command];
  return rule.roles[actor.role] === 'agency' ? actor.agency : null;
}
