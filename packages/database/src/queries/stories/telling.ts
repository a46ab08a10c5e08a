/** An article as it stands now, to be held beside another. */
export interface TellingRow {
  readonly article_id: string;
  readonly url: string;
  readonly title: string;
  readonly body: string;
  readonly language: string;
  readonly published_at: Date | null;
  /** With the offset that the page printed. */
  readonly published_as_printed: string | null;
  readonly country: string;
  readonly first_seen_at: Date;
}

/** Columns of {@link TellingRow} over `articles a` and {@link TELLING_JOINS}. */
export const TELLING_COLUMNS = `a.id as article_id, a.canonical_url as url, v.title, v.body, v.language, v.published_at, v.published_as_printed,
  o.country, a.first_seen_at`;

export const TELLING_JOINS =
  'join article_versions v on v.id = a.current_version_id join outlets o on o.id = a.outlet_id';
