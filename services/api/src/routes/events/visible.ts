import { type Actor, type Command, may } from '@lamro/access';
import type { ChangeRow } from '@lamro/database';

const RIGHTS: Readonly<Record<string, Command>> = {
  case: 'case.read',
  'outlet-check': 'case.read',
  flag: 'flag.read',
  article: 'press.read',
  story: 'press.read',
  source: 'source.read',
  briefing: 'briefing.read',
};

/** Whether somebody may know of a change: a notice is its recipient's alone, a case belongs to who has a part in it. */
export function mayFollow(actor: Actor, change: ChangeRow): boolean {
  if (change.profile !== actor.profile) return false;
  if (change.recipientId !== null) return change.recipientId === actor.id;
  const right = RIGHTS[change.objectKind];
  if (right === undefined) return false;
  return may(actor, right, { profile: change.profile, agencies: change.agencies ?? [] }).allowed;
}
