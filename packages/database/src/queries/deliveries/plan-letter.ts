import { onlyRow, type Queryable } from '../../connection/connection.ts';

export interface Letter {
  readonly profile: string;
  readonly recipientId: string;
  readonly noticeId: string;
  readonly messageId: string;
  readonly digest: boolean;
  readonly sendAt: Date;
  readonly at: Date;
}

/** Plans a letter with one notice, or puts the notice into the person's digest that is still waiting. */
export async function planLetter(db: Queryable, letter: Letter): Promise<void> {
  const { profile, recipientId, noticeId, messageId, digest, sendAt, at } = letter;
  const planned = await db.query<{ id: string }>(
    `insert into deliveries as kept (profile, channel, recipient_id, message_id, digest, next_attempt_at, created_at)
     values ($1, 'email', $2, $3, $4, $5, $6)
     on conflict (recipient_id) where state = 'waiting' and digest and attempts = 0
     do update set next_attempt_at = kept.next_attempt_at
     returning id`,
    [profile, recipientId, messageId, digest, sendAt, at],
  );
  const { id } = onlyRow(planned, 'thư vừa lập');
  await db.query('insert into delivery_notices (delivery_id, notice_id) values ($1, $2)', [id, noticeId]);
}
