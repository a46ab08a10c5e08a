import type { Flag } from '@lamro/domain';

/** A flag with where its article comes from. */
export interface FlagRow extends Flag {
  readonly storyId: string | null;
  readonly origin: 'domestic' | 'foreign';
  readonly openedAt: Date;
}

/** Columns of {@link FlagRow}, to be read from `flags f join articles a on a.id = f.article_id`. */
export const FLAG_COLUMNS = `f.id, f.profile, f.article_id as "articleId", f.article_version_id as "articleVersionId",
  f.story_id as "storyId", f.state, f.version, f.opened_at as "openedAt", a.origin`;
