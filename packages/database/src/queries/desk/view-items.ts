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
  /** Only items judged to be about the province; false shows everything that was listed. */
  readonly relevantOnly: boolean;
  readonly origin: string | null;
  readonly language: string | null;
  readonly outletId: string | null;
  readonly country: string | null;
  readonly sector: string | null;
  /** Code of an administrative unit that the item is about. */
  readonly place: string | null;
  /** A flag state, `any` for flagged, `none` for not flagged; a withdrawn flag flags nothing. */
  readonly flag: string | null;
  /** What the newest review of the item's flag said. */
  readonly verdict: string | null;
  /** Smallest score of the item's flag, 0 to 1. */
  readonly minScore: number | null;
  readonly storyId: string | null;
  readonly unreadOnly: boolean;
  /** Days in Vietnam, both inclusive. */
  readonly from: string | null;
  readonly to: string | null;
  /** Start after this item of the page before. */
  readonly after: { readonly seenMicros: string; readonly id: string } | null;
  readonly limit: number;
}

/** A filter that leaves nothing out of what concerns the province. */
export const UNFILTERED: Omit<ItemFilter, 'profile' | 'reader' | 'limit'> = {
  relevantOnly: true,
  origin: null,
  language: null,
  outletId: null,
  country: null,
  sector: null,
  place: null,
  flag: null,
  verdict: null,
  minScore: null,
  storyId: null,
  unreadOnly: false,
  from: null,
  to: null,
  after: null,
};

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

/** Conditions of a filter on rows named `page` that have what `items` has: `$1` to `$17` as {@link valuesOf} gives them. */
export const CONDITIONS = `($3::text is null or origin = $3)
    and ($4::text is null or language = $4)
    and ($5::bigint is null or outlet_id = $5)
    and ($6::text is null or country = $6)
    and ($7::text is null or sectors @> array[$7])
    and ($8::text is null or places @> array[$8])
    and ($9::text is null or $9 = 'none'
      or article_id in (select f.article_id from flags f where f.profile = $1 and (f.state = $9 or $9 = 'any' and f.state <> 'withdrawn')))
    and ($9::text is null or $9 <> 'none' or not exists (select 1 from flags f where f.article_id = page.article_id
      and f.state <> 'withdrawn'))
    and ($10::text is null or article_id in (
      select f.article_id from reviews r join flags f on f.id = r.flag_id
      where r.profile = $1 and r.verdict = $10
        and not exists (select 1 from reviews later where later.flag_id = f.id and later.id > r.id)))
    and ($11::real is null or article_id in (
      select f.article_id from flags f where f.profile = $1 and f.score >= $11 and f.state <> 'withdrawn'))
    and ($12::bigint is null or article_id in (select m.article_id from story_members m where m.story_id = $12))
    and (not $13::boolean or not exists (
      select 1 from article_reads r where r.article_id = page.article_id and r.reader_id = $2))
    and ($14::date is null or first_seen_at >= ($14::date)::timestamp at time zone 'Asia/Ho_Chi_Minh')
    and ($15::date is null or first_seen_at < ($15::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')
    and ($16::bigint is null
      or (first_seen_at, article_id) < (timestamptz 'epoch' + $16::bigint * interval '1 microsecond', $17::bigint))`;

const NEWEST = 'order by first_seen_at desc, article_id desc limit $18';

/** What was judged to be about the province, from the narrow table that has an index for each rare condition. */
const RELEVANT = `select article_id, first_seen_at from items page where profile = $1 and relevant and ${CONDITIONS} ${NEWEST}`;

/** Everything that was listed, also what was not read or judged yet. */
const EVERYTHING = `select article_id, first_seen_at from (
    select a.id as article_id, a.profile, a.first_seen_at, a.origin, coalesce(i.language, o.language) as language,
      a.outlet_id, o.country, coalesce(i.sectors, '{}') as sectors, coalesce(i.places, '{}') as places
    from articles a join outlets o on o.id = a.outlet_id left join items i on i.article_id = a.id) page
  where profile = $1 and ${CONDITIONS} ${NEWEST}`;

/** One page of the stream, newest first. Each filter that is null does not apply. */
export async function viewItems(db: Queryable, filter: ItemFilter): Promise<readonly ItemRow[]> {
  const { rows } = await db.query<ItemRow>(
    `with chosen as materialized (${filter.relevantOnly ? RELEVANT : EVERYTHING})
     select ${ITEM_COLUMNS}, r.article_id is null as unread
     from chosen join articles a on a.id = chosen.article_id
     ${ITEM_JOINS}
     left join article_reads r on r.article_id = a.id and r.reader_id = $2
     order by a.first_seen_at desc, a.id desc`,
    [...valuesOf(filter), filter.limit],
  );
  return rows;
}

/** The values of {@link CONDITIONS}, in their order. */
export function valuesOf(filter: ItemFilter): readonly unknown[] {
  return [
    filter.profile,
    filter.reader,
    filter.origin,
    filter.language,
    filter.outletId,
    filter.country,
    filter.sector,
    filter.place,
    filter.flag,
    filter.verdict,
    filter.minScore,
    filter.storyId,
    filter.unreadOnly,
    filter.from,
    filter.to,
    filter.after?.seenMicros ?? null,
    filter.after?.id ?? null,
  ];
}
