import type { Actor } from '@lamro/access';
import { inTransaction, decideDelivery as writeDecision } from '@lamro/database';
import { z } from 'zod';
import { parseInput } from '../refusal/parse-input.ts';
import { CommandRefused } from '../refusal/refusal.ts';
import type { Context } from '../scope/context.ts';
import { idSchema } from '../scope/on-case.ts';
import { checkRight, note } from '../trail/trail.ts';

const schema = z.object({
  deliveryId: idSchema,
  /** True: send it again, under the same id. False: it arrived, or is not needed any more. */
  again: z.boolean(),
});
export type DecideDeliveryInput = z.input<typeof schema>;

/**
 * A person's word on a delivery that failed or of which nobody knows whether it arrived.
 *
 * @throws CommandRefused `wrong-state` where there is nothing to decide
 */
export async function decideDelivery(context: Context, actor: Actor, input: DecideDeliveryInput): Promise<void> {
  const { deliveryId, again } = parseInput(schema, input);
  checkRight(actor, 'webhook.change');
  const { profile, id: by } = actor;
  await inTransaction(context.pool, async (db) => {
    if (!(await writeDecision(db, { profile, id: deliveryId, again, by, at: context.clock.now() })))
      throw new CommandRefused(
        'not-found',
        `Lần gửi ${deliveryId} không có, hoặc không còn chờ quyết định: hãy tải lại trang.`,
      );
    const action = again ? 'replay-delivery' : 'settle-delivery';
    await note(context, db, actor, { action, objectKind: 'delivery', objectId: deliveryId });
  });
}
