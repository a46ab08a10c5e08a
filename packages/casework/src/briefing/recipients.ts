import type { Actor } from '@lamro/access';
import { insertAuditEntry, insertBriefingRecipient, removeBriefingRecipient as remove } from '@lamro/database';
import { z } from 'zod';
import { parseInput } from '../refusal/parse-input.ts';
import { CommandRefused } from '../refusal/refusal.ts';
import type { Context } from '../scope/context.ts';
import { idSchema } from '../scope/on-case.ts';
import { transact } from '../scope/transact.ts';
import { checkBriefingRight } from './scope.ts';

const addSchema = z.object({
  /** The institution, or the post in it. */
  name: z.string().trim().min(1, 'phải ghi tên cơ quan nhận').max(300).normalize('NFC'),
  address: z.email('phải là một địa chỉ thư điện tử').max(254),
});
export type AddBriefingRecipientInput = z.input<typeof addSchema>;

const removeSchema = z.object({ recipientId: idSchema });
export type RemoveBriefingRecipientInput = z.input<typeof removeSchema>;

/**
 * Puts an institution on the list of those that get each issued briefing by e-mail.
 *
 * @throws CommandRefused `wrong-state` where its address is on the list already
 */
export async function addBriefingRecipient(
  context: Context,
  actor: Actor,
  input: AddBriefingRecipientInput,
): Promise<{ readonly recipientId: string }> {
  checkBriefingRight(actor, 'briefing.address');
  const { name, address } = parseInput(addSchema, input);
  return transact(context, async (db) => {
    const at = context.clock.now();
    const row = { profile: actor.profile, name, address, addedBy: actor.id, at };
    const recipientId = await insertBriefingRecipient(db, row);
    if (recipientId === null)
      throw new CommandRefused('wrong-state', `Địa chỉ ${address} đã có trong danh sách nhận bản tin.`);
    await insertAuditEntry(db, entryOf(actor, 'add-briefing-recipient', recipientId, at));
    return { recipientId };
  });
}

/**
 * Takes an institution off the list; letters to it that wait are not sent any more.
 *
 * @throws CommandRefused `not-found`
 */
export async function removeBriefingRecipient(
  context: Context,
  actor: Actor,
  input: RemoveBriefingRecipientInput,
): Promise<{ readonly recipientId: string }> {
  const { recipientId } = parseInput(removeSchema, input);
  checkBriefingRight(actor, 'briefing.address');
  return transact(context, async (db) => {
    const at = context.clock.now();
    if (!(await remove(db, { profile: actor.profile, id: recipientId, by: actor.id, at })))
      throw new CommandRefused('not-found', 'Danh sách không có nơi nhận này: hãy tải lại trang.');
    await insertAuditEntry(db, entryOf(actor, 'remove-briefing-recipient', recipientId, at));
    return { recipientId };
  });
}

function entryOf(actor: Actor, action: string, objectId: string, at: Date) {
  const { profile, id: actorId, role: actorRole } = actor;
  return { profile, actorId, actorRole, action, objectKind: 'briefing-recipient', objectId, detail: {}, at };
}
