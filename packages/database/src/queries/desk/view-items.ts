import type { Queryable } from '../../connection/connection.ts';

export interface ItemRow {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly url: string;
  readonly origin: string;
  readonly outlet: string;
  readonly country: string;
  readonly language: string;
  readonly publishedAt: Date | null;
  readonly firstSeenAt: Date;
  /** `firstSeenAt` in microseconds since 1970, exact as a `Date` is not: rows of one insert share a millisecond. */
  readonly seenMicros: string;
  readonly relevant: boolean | null;
  readonly sectors: unknown;
  readonly places: unknown;
  readonly flagId: string | null;
  readonly flagState: string | null;
  readonly flagScore: number | null;
  readonly signalKind: string | null;
  readonly storyId: string | null;
  readonly copies: number;
  readonly unread: boolean;
}

export interface ItemFilter {
  readonly profile: string;
  readonly reader: string;
  /** Only items judged to be about the province; false shows everything that was read. */
  readonly relevantOnly: boolean;
  readonly origin: string | null;
  readonly language: string | null;
  readonly outletId: string | null;
  readonly country: string | null;
  readonly sector: string | null;
  /** A flag state, `any` for flagged, `none` for not flagged. */
  readonly flag: string | null;
  readonly storyId: string | null;
  readonly unreadOnly: boolean;
  /** Days in Vietnam, both inclusive. */
  readonly from: string | null;
  readonly to: string | null;
  /** Start after this item of the page before. */
  readonly after: { readonly seenMicros: string; readonly id: string } | null;
  readonly limit: number;
}

/** Columns of {@link ItemRow} over `articles a` joined with its outlet, current version, judgement, newest flag and story. */
export const ITEM_COLUMNS = `a.id, coalesce(v.title, nullif(a.listed_title, ''), a.url) as title,
  coalesce(left(v.body, 240), a.listed_summary) as summary, a.url, a.origin, o.name as outlet, o.country,
  coalesce(v.language, o.language) as language, v.published_at as "publishedAt", a.first_seen_at as "firstSeenAt",
  (extract(epoch from a.first_seen_at) * 1000000)::bigint as "seenMicros",
  j.relevant, coalesce(j.sectors, '[]') as sectors, coalesce(j.places, '[]') as places,
  f.id as "flagId", f.state as "flagState", f.score as "flagScore",
  (select s.kind from signals s where s.article_version_id = f.article_version_id and s.struck_at is null
   order by s.strength desc, s.id limit 1) as "signalKind",
  m.story_id as "storyId",
  (select count(*)::int from story_members d where d.story_id = m.story_id and d.duplicate_of = a.id) as copies`;

export const ITEM_JOINS = `join outlets o on o.id = a.outlet_id
  left join article_versions v on v.id = a.current_version_id
  left join judgements j on j.article_version_id = a.current_version_id
  left join story_members m on m.article_id = a.id
  left join lateral (select f.id, f.state, f.score, f.article_version_id from flags f where f.article_id = a.id
    order by f.id desc limit 1) f on true`;

/** One page of the stream, newest first. Each filter that is null does not apply. */
export async function viewItems(db: Queryable, filter: ItemFilter): Promise<readonly ItemRow[]> {
  const { rows } = await db.query<ItemRow>(
    `select ${ITEM_COLUMNS}, r.article_id is null as unread
     from articles a ${ITEM_JOINS}
     left join article_reads r on r.article_id = a.id and r.reader_id = $2
     where a.profile = $1
       and (not $3::boolean or j.relevant)
       and ($4::text is null or a.origin = $4)
       and ($5::text is null or coalesce(v.language, o.language) = $5)
       and ($6::bigint is null or a.outlet_id = $6)
       and ($7::text is null or o.country = $7)
       and ($8::text is null or j.sectors @> jsonb_build_array(jsonb_build_object('id', $8::text)))
       and ($9::text is null or case $9 when 'any' then f.id is not null when 'none' then f.id is null else f.state = $9 end)
       -- Says the same once more in a form by which few flags are found without reading every article.
       and ($9::text is null or $9 = 'none'
         or a.id in (select article_id from flags where profile = $1 and ($9 = 'any' or state = $9)))
       and ($10::bigint is null or m.story_id = $10)
       and (not $11::boolean or r.article_id is null)
       and ($12::date is null or a.first_seen_at >= ($12::date)::timestamp at time zone 'Asia/Ho_Chi_Minh')
       and ($13::date is null or a.first_seen_at < ($13::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')
       and ($14::bigint is null or (a.first_seen_at, a.id) < (timestamptz 'epoch' + $14::bigint * interval '1 microsecond', $15::bigint))
     order by a.first_seen_at desc, a.id desc
     limit $16`,
    [
      filter.profile,
      filter.reader,
      filter.relevantOnly,
      filter.origin,
      filter.language,
      filter.outletId,
      filter.country,
      filter.sector,
      filter.flag,
      filter.storyId,
      filter.unreadOnly,
      filter.from,
      filter.to,
      filter.after?.seenMicros ?? null,
      filter.after?.id ?? null,
      filter.limit,
    ],
  );
  return rows;
}
