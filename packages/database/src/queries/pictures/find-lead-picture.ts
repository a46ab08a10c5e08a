import type { Queryable } from '../../connection/connection.ts';

export interface PictureUseRow {
  readonly articleId: string;
  readonly storyId: string | null;
  readonly address: string;
  readonly caption: string | null;
  readonly dated: string | null;
  readonly publishedAt: Date;
}

export interface LeadPictureRow extends PictureUseRow {
  /** Other articles that put the same picture first before, the earliest first, at most {@link USES_READ}. */
  readonly earlier: readonly PictureUseRow[];
}

/** So many uses say whether a picture is of one event or stands everywhere. */
export const USES_READ = 20;

const COLUMNS = `p.article_id as "articleId", m.story_id as "storyId", p.address, p.caption, p.dated, p.published_at as "publishedAt"`;

/** The picture that a version puts first, with the earlier articles of the province that did so too; null where it has none. */
export async function findLeadPicture(db: Queryable, versionId: string): Promise<LeadPictureRow | null> {
  const own = await db.query<PictureUseRow & { profile: string; key: string }>(
    `select ${COLUMNS}, p.profile, p.key from lead_pictures p left join story_members m on m.article_id = p.article_id
     where p.article_version_id = $1`,
    [versionId],
  );
  const picture = own.rows[0];
  if (picture === undefined) return null;
  const { profile, key, ...use } = picture;
  const earlier = await db.query<PictureUseRow>(
    `select ${COLUMNS} from lead_pictures p left join story_members m on m.article_id = p.article_id
     where p.profile = $1 and md5(p.key) = md5($2) and p.key = $2 and p.article_id <> $3 and p.published_at < $4
     order by p.published_at limit $5`,
    [profile, key, use.articleId, use.publishedAt, USES_READ],
  );
  return { ...use, earlier: earlier.rows };
}
