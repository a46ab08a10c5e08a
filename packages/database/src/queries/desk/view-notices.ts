import type { Queryable } from '../../connection/connection.ts';

export interface NoticeView {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly body: string;
  readonly link: string | null;
  readonly createdAt: Date;
}

/** Unread notices of one person, newest first. */
export async function viewNotices(
  db: Queryable,
  filter: { profile: string; recipient: string; limit: number },
): Promise<readonly NoticeView[]> {
  const { rows } = await db.query<NoticeView>(
    `select id, kind, title, body, link, created_at as "createdAt" from notices
     where profile = $1 and recipient_id = $2 and read_at is null order by created_at desc, id desc limit $3`,
    [filter.profile, filter.recipient, filter.limit],
  );
  return rows;
}
