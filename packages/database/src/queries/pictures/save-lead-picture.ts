import type { Queryable } from '../../connection/connection.ts';

export interface NewLeadPicture {
  readonly versionId: string;
  /** By what the address is known again. */
  readonly key: string;
  readonly address: string;
  readonly caption: string | null;
  /** Month or day that the path or the name of the file bears: `2026-03` or `2026-03-07`. */
  readonly dated: string | null;
}

/** Keeps which picture a version puts first, dated as its article is. */
export async function saveLeadPicture(db: Queryable, picture: NewLeadPicture): Promise<void> {
  await db.query(
    `insert into lead_pictures (article_version_id, article_id, profile, key, address, caption, dated, published_at)
     select v.id, v.article_id, v.profile, $2, $3, $4, $5, coalesce(v.published_at, a.first_seen_at)
     from article_versions v join articles a on a.id = v.article_id where v.id = $1
     on conflict (article_version_id) do nothing`,
    [picture.versionId, picture.key, picture.address, picture.caption, picture.dated],
  );
}
