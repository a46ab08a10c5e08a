import { randomUUID } from 'node:crypto';
import {
  inTransaction,
  markNoticesPlanned,
  type Pool,
  planLetter,
  planWebhooks,
  type Queryable,
  takeUnplannedNotices,
  type UnplannedNotice,
} from '@lamro/database';
import { nextDigestAt, quietHours, sendableAt } from '@lamro/delivery';
import { topicOf } from '@lamro/domain';
import type { DeliveryWays } from './delivery.ts';

const BATCH = 500;

/**
 * Plans the deliveries of new notices: a letter or a place in the digest by what the recipient wishes, and one call for each
 * webhook. Planning and its mark are one transaction: no notice is planned twice or forgotten.
 *
 * @returns how many notices were planned
 */
export function planDeliveries(pool: Pool, ways: DeliveryWays, now: Date): Promise<number> {
  return inTransaction(pool, async (db) => {
    const notices = await takeUnplannedNotices(db, BATCH);
    for (const notice of notices) await plan(db, ways, notice, now);
    const ids = notices.map((notice) => notice.id);
    await markNoticesPlanned(db, ids, now);
    return notices.length;
  });
}

async function plan(db: Queryable, ways: DeliveryWays, notice: UnplannedNotice, at: Date): Promise<void> {
  const { id: noticeId, profile, recipientId, email } = notice;
  // Planned even where this process calls no webhooks: they wait, in sight, for one that does.
  await planWebhooks(db, { ...notice, at });
  if (ways.email === null || !email || isMuted(notice)) return;
  const digest = notice.digestHours.length > 0;
  const messageId = `<${randomUUID()}@${ways.mailHost}>`;
  await planLetter(db, { profile, recipientId, noticeId, messageId, digest, sendAt: sendAt(notice, at), at });
}

function isMuted({ kind, mutedTopics }: UnplannedNotice): boolean {
  const topic = topicOf(kind);
  return topic !== null && mutedTopics.includes(topic);
}

/** Quiet hours hold back a digest too: whoever wants both is left in peace first. */
function sendAt({ digestHours, quietFrom, quietTo }: UnplannedNotice, now: Date): Date {
  const ready = digestHours.length > 0 ? nextDigestAt(now, digestHours) : now;
  const quiet = quietFrom === null || quietTo === null ? null : quietHours.parse({ from: quietFrom, to: quietTo });
  return sendableAt(ready, quiet);
}
