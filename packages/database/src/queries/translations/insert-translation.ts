import type { Queryable } from '../../connection/connection.ts';
import type { StoredRisk } from './find-translation.ts';

export interface NewTranslation {
  readonly profile: string;
  readonly versionId: string;
  readonly language: string;
  readonly by:
    | { readonly kind: 'machine'; readonly model: string }
    | { readonly kind: 'analyst'; readonly authorId: string };
  readonly title: string;
  readonly body: string;
  readonly risks: readonly StoredRisk[];
}

/** Keeps a translation beside its original. One model's translation of a version is kept once. */
export async function insertTranslation(db: Queryable, translation: NewTranslation): Promise<void> {
  const { by } = translation;
  await db.query(
    `insert into translations (profile, article_version_id, language, kind, model, author_id, title, body, risks)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict (article_version_id, language, model) where kind = 'machine' do nothing`,
    [
      translation.profile,
      translation.versionId,
      translation.language,
      by.kind,
      by.kind === 'machine' ? by.model : null,
      by.kind === 'analyst' ? by.authorId : null,
      translation.title,
      translation.body,
      JSON.stringify(translation.risks),
    ],
  );
}
