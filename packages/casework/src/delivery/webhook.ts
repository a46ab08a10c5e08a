import { randomBytes } from 'node:crypto';
import type { Actor } from '@lamro/access';
import { changeWebhook, insertWebhook, inTransaction, rotateWebhookSecret as replaceSecret } from '@lamro/database';
import { noticeKindSchema } from '@lamro/domain';
import { z } from 'zod';
import { parseInput } from '../refusal/parse-input.ts';
import { CommandRefused } from '../refusal/refusal.ts';
import type { Context } from '../scope/context.ts';
import { idSchema } from '../scope/on-case.ts';
import { webAddress } from '../source/scope.ts';
import { checkRight, note } from '../trail/trail.ts';

/** Long enough for somebody to change a setting elsewhere, short enough that a lost secret is soon worth nothing. */
const OLD_SECRET_HOLDS_MS = 24 * 3_600_000;

const addSchema = z.object({
  url: webAddress,
  /** Kinds of notices that are sent; none named: all. */
  kinds: z.array(noticeKindSchema).max(50).default([]),
});
export type AddWebhookInput = z.input<typeof addSchema>;

export interface WebhookSecret {
  readonly webhookId: string;
  /** `whsec_…`; nobody is shown it again. */
  readonly secret: string;
}

/**
 * Enters an address that gets notices. Where it may lead is checked each time it is called.
 *
 * @throws CommandRefused `conflict` where the address is in use
 */
export async function addWebhook(context: Context, actor: Actor, input: AddWebhookInput): Promise<WebhookSecret> {
  const { url, kinds } = parseInput(addSchema, input);
  checkRight(actor, 'webhook.change');
  const secret = newSecret();
  const { profile, id: createdBy } = actor;
  const webhookId = await inTransaction(context.pool, async (db) => {
    const id = await insertWebhook(db, { profile, url, kinds, secret, createdBy, at: context.clock.now() });
    if (id === null)
      throw new CommandRefused('conflict', 'Địa chỉ này đã nhận thông báo: muốn khóa ký mới, hãy đổi khóa ký của nó.');
    await note(context, db, actor, { action: 'add-webhook', objectKind: 'webhook', objectId: id });
    return id;
  });
  return { webhookId, secret };
}

const oneSchema = z.object({ webhookId: idSchema });
export type WebhookInput = z.input<typeof oneSchema>;

/**
 * Gives a webhook a new secret. For a day both sign, so that no notice is refused while the receiver changes over.
 *
 * @throws CommandRefused
 */
export async function rotateWebhook(context: Context, actor: Actor, input: WebhookInput): Promise<WebhookSecret> {
  const { webhookId } = parseInput(oneSchema, input);
  checkRight(actor, 'webhook.change');
  const secret = newSecret();
  const oldUntil = new Date(context.clock.now().getTime() + OLD_SECRET_HOLDS_MS);
  await inTransaction(context.pool, async (db) => {
    const changed = await replaceSecret(db, { profile: actor.profile, id: webhookId, secret, oldUntil });
    if (!changed) throw unknownWebhook(webhookId);
    await note(context, db, actor, { action: 'rotate-webhook', objectKind: 'webhook', objectId: webhookId });
  });
  return { webhookId, secret };
}

const switchSchema = z.object({ webhookId: idSchema, enabled: z.boolean() });
export type SwitchWebhookInput = z.input<typeof switchSchema>;

/**
 * Switches a webhook on or off. What waits for one that is off fails, in sight, and can be sent again.
 *
 * @throws CommandRefused
 */
export async function switchWebhook(context: Context, actor: Actor, input: SwitchWebhookInput): Promise<void> {
  const { webhookId, enabled } = parseInput(switchSchema, input);
  await change(context, actor, enabled ? 'enable-webhook' : 'disable-webhook', webhookId, enabled, null);
}

/**
 * Takes a webhook away; what was sent to it stays on record.
 *
 * @throws CommandRefused
 */
export async function removeWebhook(context: Context, actor: Actor, input: WebhookInput): Promise<void> {
  const { webhookId } = parseInput(oneSchema, input);
  await change(context, actor, 'remove-webhook', webhookId, false, context.clock.now());
}

async function change(
  context: Context,
  actor: Actor,
  action: string,
  id: string,
  enabled: boolean,
  removedAt: Date | null,
): Promise<void> {
  checkRight(actor, 'webhook.change');
  await inTransaction(context.pool, async (db) => {
    if (!(await changeWebhook(db, { profile: actor.profile, id, enabled, removedAt }))) throw unknownWebhook(id);
    await note(context, db, actor, { action, objectKind: 'webhook', objectId: id });
  });
}

function newSecret(): string {
  return `whsec_${randomBytes(32).toString('base64')}`;
}

function unknownWebhook(id: string): CommandRefused {
  return new CommandRefused('not-found', `Không có webhook ${id} trong danh sách: hãy tải lại trang.`);
}
