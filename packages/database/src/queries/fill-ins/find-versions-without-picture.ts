import type { Queryable } from '../../connection/connection.ts';
import { IS_MISSING, type MissingPage } from './missing.ts';

export interface PicturelessVersion {
  /** Of the version. */
  readonly id: string;
  readonly address: string;
}

/** Versions whose page put a picture first that is not kept as such, the newest first. */
export async function findVersionsWithoutPicture(db: Queryable, page: MissingPage): Promise<PicturelessVersion[]> {
  const { rows } = await db.query<PicturelessVersion>(
    `select v.id, v.lead_image as address from article_versions v
     where ${IS_MISSING.pictures} and ($3::bigint is null or v.id < $3) order by v.id desc limit $4`,
    [page.profile, [], page.before, page.limit],
  );
  return rows;
}
