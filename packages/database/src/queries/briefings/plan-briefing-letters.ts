import type { Queryable } from '../../connection/connection.ts';

/**
 * Plans one letter with a briefing to each institution on the list of its province; once, however often it is called.
 *
 * @param mailHost host of the Message-IDs
 * @returns how many letters are new
 */
export async function planBriefingLetters(
  db: Queryable,
  letters: { profile: string; briefingId: string; mailHost: string; at: Date },
): Promise<number> {
  const result = await db.query(
    `insert into deliveries (profile, channel, briefing_id, briefing_recipient_id, message_id, next_attempt_at, created_at)
     select $1, 'email', $2::bigint, r.id, format('<briefing-%s-%s-%s@%s>', $2::bigint, r.id, gen_random_uuid(), $3::text), $4::timestamptz, $4::timestamptz
     from briefing_recipients r where r.profile = $1 and r.removed_at is null
     on conflict (briefing_id, briefing_recipient_id) do nothing`,
    [letters.profile, letters.briefingId, letters.mailHost, letters.at],
  );
  return result.rowCount ?? 0;
}
