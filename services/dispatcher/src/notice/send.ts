import {
  type ClaimedDelivery,
  claimDelivery,
  finishAttempt,
  giveUpCutOff,
  listDeliveryNotices,
  type Pool,
} from '@lamro/database';
import { type DeliveryOutcome, retryPauseMs } from '@lamro/delivery';
import type { Clock } from '@lamro/domain';
import type { DeliveryWays } from './delivery.ts';
import { letterOf } from './letter.ts';

/** Longer than the longest attempt of any channel. */
const LEASE_MS = 5 * 60_000;
const CUT_OFF =
  'Tiến trình gửi bị ngắt giữa chừng; không chắc thư đã đến hay chưa. Hãy hỏi người nhận trước khi cho gửi lại.';
const NO_ADDRESS = 'Tài khoản hoặc webhook nhận thông báo này đã ngừng dùng nên không gửi. Không cần làm gì thêm.';

export interface Sending {
  readonly pool: Pool;
  readonly ways: DeliveryWays;
  readonly clock: Clock;
  /** Told each outcome, for the metrics. */
  readonly onOutcome?: (channel: string, status: string) => void;
}

/**
 * Sends what is due, one after the other, until nothing is. Each attempt is on record before it starts: one that nobody saw
 * end is `uncertain` for a letter and repeated for a webhook, never sent twice in silence and never lost.
 *
 * @returns how many attempts were made
 */
export async function sendDue(sending: Sending, signal?: AbortSignal): Promise<number> {
  const { pool, ways, clock } = sending;
  await giveUpCutOff(pool, clock.now(), CUT_OFF);
  const channels = [ways.email, ways.webhook].flatMap((channel) => (channel === null ? [] : [channel.name]));
  for (let made = 0; ; made++) {
    if (signal?.aborted === true) return made;
    const delivery = await claimDelivery(pool, { channels, at: clock.now(), leaseMs: LEASE_MS });
    if (delivery === null) return made;
    await settle(sending, delivery, await send(sending, delivery, signal));
  }
}

async function send(
  { pool, ways }: Sending,
  delivery: ClaimedDelivery,
  signal?: AbortSignal,
): Promise<DeliveryOutcome> {
  const { id, channel, address, messageId, createdAt } = delivery;
  const way = channel === 'email' ? ways.email : ways.webhook;
  if (address === null || way === null)
    return { status: 'failed', kind: 'invalid-notice', detail: NO_ADDRESS, retryable: false, retryAfterMs: null };
  const letter = letterOf(await listDeliveryNotices(pool, id), ways.deskUrl);
  return way.send({ ...letter, id: messageId, messageId, recipient: address, html: null, createdAt }, signal);
}

async function settle({ pool, clock, onOutcome }: Sending, delivery: ClaimedDelivery, outcome: DeliveryOutcome) {
  const { id: deliveryId, attempts: number, channel } = delivery;
  const at = clock.now();
  const pause = outcome.status === 'failed' && outcome.retryable ? retryPauseMs(number, outcome.retryAfterMs) : null;
  await finishAttempt(pool, {
    deliveryId,
    number,
    status: outcome.status,
    kind: outcome.status === 'delivered' ? null : outcome.kind,
    detail: outcome.status === 'delivered' ? outcome.receipt : outcome.detail,
    retryAt: pause === null ? null : new Date(at.getTime() + pause),
    at,
  });
  onOutcome?.(channel, pause === null ? outcome.status : 'repeated');
}
