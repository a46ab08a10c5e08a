import type { Queryable } from '../../connection/connection.ts';

export interface ClaimedDelivery {
  readonly id: string;
  readonly profile: string;
  readonly channel: 'email' | 'webhook';
  readonly messageId: string;
  readonly digest: boolean;
  readonly attempts: number;
  readonly createdAt: Date;
  /** E-mail address or URL; null where the account, recipient or webhook is gone or switched off. */
  readonly address: string | null;
  /** The briefing that the letter carries; null for one with notices. */
  readonly briefingId: string | null;
}

/**
 * Takes the delivery that is due longest and opens its attempt; null where none is due on these channels. One that was planned in
 * what is now the future is due: the clock was set back since.
 */
export async function claimDelivery(
  db: Queryable,
  claim: { channels: readonly string[]; at: Date; leaseMs: number },
): Promise<ClaimedDelivery | null> {
  const { rows } = await db.query<ClaimedDelivery>(
    `with due as (
       select id from deliveries where state = 'waiting' and channel = any($1::text[])
         and (next_attempt_at <= $2 or created_at > $2 + interval '1 minute')
       order by next_attempt_at, id limit 1 for update skip locked),
     taken as (
       update deliveries d set state = 'sending', attempts = d.attempts + 1, leased_until = $2 + $3 * interval '1 millisecond'
       from due where d.id = due.id returning d.*),
     opened as (
       insert into delivery_attempts (delivery_id, number, started_at) select id, attempts, $2 from taken)
     select t.id, t.profile, t.channel, t.message_id as "messageId", t.digest, t.attempts, t.created_at as "createdAt",
       t.briefing_id as "briefingId",
       case t.channel when 'email' then coalesce(u."email", r.address) else w.url end as address
     from taken t left join identity."user" u on u."id" = t.recipient_id and u."disabledAt" is null
     left join briefing_recipients r on r.id = t.briefing_recipient_id and r.removed_at is null
     left join webhooks w on w.id = t.webhook_id and w.enabled and w.removed_at is null`,
    [claim.channels, claim.at, claim.leaseMs],
  );
  return rows[0] ?? null;
}
