import { z } from 'zod';
import type { Queryable } from '../../connection/connection.ts';

const captureSchema = z.object({
  fetchId: z.string(),
  url: z.string(),
  status: z.number(),
  fetchedAt: z.date(),
  headers: z.record(z.string(), z.string()),
  redirects: z.array(z.string()),
  snapshotSha256: z.string(),
  versionNumber: z.number().nullable(),
});
export type CaptureRow = z.infer<typeof captureSchema>;

/** Every answer of an article's outlet whose bytes are kept, oldest first, with the number of the version made of it. */
export async function listCaptures(
  db: Queryable,
  article: { profile: string; articleId: string },
): Promise<readonly CaptureRow[]> {
  const { rows } = await db.query(
    `select f.id as "fetchId", coalesce(f.final_url, f.url) as url, coalesce(f.status, 200) as status, f.fetched_at as "fetchedAt",
       f.headers, f.redirects, f.snapshot_sha256 as "snapshotSha256", v.number as "versionNumber"
     from fetches f left join article_versions v on v.fetch_id = f.id
     where f.profile = $1 and f.article_id = $2::bigint and f.snapshot_sha256 is not null
     order by f.fetched_at, f.id`,
    [article.profile, article.articleId],
  );
  return z.array(captureSchema).parse(rows);
}
