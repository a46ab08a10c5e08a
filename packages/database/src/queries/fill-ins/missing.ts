/** What articles lack that were stored before it was written down of each. */
export const MISSING_PARTS = ['pictures', 'places', 'features'] as const;
export type MissingPart = (typeof MISSING_PARTS)[number];

/** Where to go on in one province, from the newest to the oldest. */
export interface MissingPage {
  readonly profile: string;
  /** Only rows older than this one; from the newest on where null. */
  readonly before: string | null;
  readonly limit: number;
}

/** Newest judged version of each article that concerns the province. */
export const JUDGED_ITEMS = `items i join judgements j on j.article_version_id = i.version_id
  join article_versions v on v.id = i.version_id join articles a on a.id = i.article_id`;

/** Conditions on {@link JUDGED_ITEMS} (pictures: on `article_versions v`) under which a part is missing; $1 is the province, $2 the codes of its places. */
export const IS_MISSING: Readonly<Record<MissingPart, string>> = {
  pictures: `v.profile = $1 and $2::text[] is not null and v.lead_image is not null
    and not exists (select from lead_pictures p where p.article_version_id = v.id)`,
  // Who names no place below the province lacks none.
  places: `i.profile = $1 and i.relevant and not exists (select from item_places p where p.article_id = i.article_id)
    and exists (select from jsonb_array_elements(j.mentions) m where m ->> 'unit' = any($2::text[]))`,
  features: `i.profile = $1 and $2::text[] is not null and i.relevant and not exists (
    select from story_features f where f.article_id = i.article_id and f.features ?& array['amounts', 'periods'])`,
};
