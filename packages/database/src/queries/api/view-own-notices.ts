import type { Queryable } from '../../connection/connection.ts';
import type { NoticeView } from '../desk/view-notices.ts';

export interface OwnNoticeView extends NoticeView {
  readonly readAt: Date | null;
}

/** Notices of one person, newest first, read ones too. */
export async function viewOwnNotices(
  db: Queryable,
  filter: { profile: string; recipient: string; unreadOnly: boolean; afterId: string | null; limit: number },
): Promise<readonly OwnNoticeView[]> {
  const { rows } = await db.query<OwnNoticeView>(
    `select id, kind, title, body, link, created_at as "createdAt", read_at as "readAt" from notices
     where profile = $1 and recipient_id = $2 and (not $3::boolean or read_at is null) and ($4::bigint is null or id < $4)
     order by id desc limit $5`,
    [filter.profile, filter.recipient, filter.unreadOnly, filter.afterId, filter.limit],
  );
  return rows;
}
