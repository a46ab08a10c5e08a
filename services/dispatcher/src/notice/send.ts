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
import { briefingWords, deliveryNotes } from '@lamro/wording';
import { briefingLetter } from './briefing-letter.ts';
import type { DeliveryWays } from './delivery.ts';
import { letterOf } from './letter.ts';

/** Longer than the longest attempt of any channel. */
const LEASE_MS = 5 * 60_000;

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
 * @param ending aborted when the process ends: the letter in hand is sent to its end, since one broken off would be uncertain, and
 *   no other is begun
 * @returns how many attempts were made
 */
export async function sendDue(sending: Sending, ending?: AbortSignal): Promise<number> {
  const { pool, ways, clock } = sending;
  await giveUpCutOff(pool, clock.now(), deliveryNotes.cutOff);
  const channels = [ways.email, ways.webhook].flatMap((channel) => (channel === null ? [] : [channel.name]));
  for (let made = 0; ; made++) {
    if (ending?.aborted === true) return made;
    const delivery = await claimDelivery(pool, { channels, at: clock.now(), leaseMs: LEASE_MS });
    if (delivery === null) return made;
    await settle(sending, delivery, await send(sending, delivery));
  }
}

async function send({ pool, ways }: Sending, delivery: ClaimedDelivery): Promise<DeliveryOutcome> {
  const { id, channel, address, messageId, createdAt } = delivery;
  const way = channel === 'email' ? ways.email : ways.webhook;
  if (address === null || way === null)
    return {
      status: 'failed',
      kind: 'invalid-notice',
      detail: deliveryNotes.noAddress,
      retryable: false,
      retryAfterMs: null,
    };
  const frame = { id: messageId, messageId, recipient: address, createdAt };
  if (delivery.briefingId !== null) {
    const letter = await briefingLetter(pool, delivery.briefingId, ways);
    return letter === null ? NO_FILES : way.send({ ...letter, ...frame });
  }
  const letter = letterOf(await listDeliveryNotices(pool, id), ways.deskUrl);
  return way.send({ ...letter, ...frame, html: null });
}

const NO_FILES: DeliveryOutcome = {
  status: 'failed',
  kind: 'invalid-notice',
  detail: briefingWords.letter.noFiles,
  retryable: true,
  retryAfterMs: null,
};

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
