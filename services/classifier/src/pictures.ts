import type { LeadPicture } from '@lamro/analysis';
import { findLeadPicture, type Queryable } from '@lamro/database';

/** A picture of more matters than these is a logo, a map or a stand-in, and says nothing of any. */
const MOST_MATTERS = 3;

/**
 * The picture that a version puts first, with the articles of other events that did so before; null where there is none, or it
 * stands everywhere. Addresses are compared, no picture is loaded.
 */
export async function leadPictureOf(db: Queryable, versionId: string, storyId: string): Promise<LeadPicture | null> {
  const picture = await findLeadPicture(db, versionId);
  if (picture === null) return null;
  const others = picture.earlier.filter((use) => use.storyId !== storyId);
  // What does not concern the province stands in no story and is a matter of its own.
  const matters = new Set(others.map((use) => use.storyId ?? `article ${use.articleId}`));
  if (matters.size > MOST_MATTERS) return null;
  const { address, caption, dated } = picture;
  return {
    address,
    caption,
    dated,
    earlier: others.map((use) => ({
      articleId: use.articleId,
      address: use.address,
      publishedAt: use.publishedAt.toISOString(),
    })),
  };
}
