import { type Actor, type Command, may } from '@lamro/access';
import { insertAuditEntry, type Queryable } from '@lamro/database';
import { CommandRefused } from '../refusal/refusal.ts';
import type { Context } from '../scope/context.ts';

/** @throws CommandRefused `forbidden` */
export function checkRight(actor: Actor, command: Command): void {
  const decision = may(actor, command, { profile: actor.profile });
  if (!decision.allowed) throw new CommandRefused('forbidden', decision.why, { whoMay: decision.whoMay });
}

/** Writes who did what to a source, an item, a webhook or a delivery, never what it says. */
export function note(
  context: Context,
  db: Queryable,
  actor: Actor,
  entry: {
    action: string;
    objectKind: 'source' | 'article' | 'webhook' | 'delivery' | 'calendar' | 'weights';
    objectId: string | null;
    detail?: Record<string, string | number | boolean>;
  },
): Promise<void> {
  return insertAuditEntry(db, {
    profile: actor.profile,
    actorId: actor.id,
    actorRole: actor.role,
    action: entry.action,
    objectKind: entry.objectKind,
    objectId: entry.objectId,
    detail: entry.detail ?? {},
    at: context.clock.now(),
  });
}
