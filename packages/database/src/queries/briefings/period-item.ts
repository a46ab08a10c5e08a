import type { Origin, Verdict } from '@lamro/domain';

/** An item about the province as a briefing needs it. `body` is cut where the query says. */
export interface PeriodItemRow {
  readonly articleId: string;
  readonly title: string;
  readonly body: string;
  readonly url: string;
  readonly outlet: string;
  readonly country: string;
  readonly language: string;
  readonly origin: Origin;
  readonly publishedAt: Date | null;
  readonly firstSeenAt: Date;
  readonly storyId: string | null;
  readonly storyFirstAt: Date | null;
  readonly duplicateOf: string | null;
  readonly sectors: unknown;
  readonly mentions: unknown;
  readonly flagState: 'open' | 'confirmed' | 'dismissed' | 'needs-evidence' | null;
  readonly verdict: Verdict | null;
}

/** Columns of {@link PeriodItemRow} over the tables of {@link PERIOD_ITEM_TABLES}; `$4` is the most characters of a body. */
export const PERIOD_ITEM_COLUMNS = `a.id as "articleId", v.title, left(v.body, $4::integer) as body, a.url, o.name as outlet,
  o.country, v.language, a.origin, v.published_at as "publishedAt", a.first_seen_at as "firstSeenAt",
  m.story_id as "storyId", s.first_at as "storyFirstAt", m.duplicate_of as "duplicateOf", j.sectors, j.mentions,
  f.state as "flagState", r.verdict`;

export const PERIOD_ITEM_TABLES = `articles a
  join outlets o on o.id = a.outlet_id and not o.official
  join article_versions v on v.id = a.current_version_id
  join judgements j on j.article_version_id = v.id
  left join story_members m on m.article_id = a.id
  left join stories s on s.id = m.story_id
  left join lateral (select f.id, f.state from flags f where f.article_id = a.id order by f.id desc limit 1) f on true
  left join lateral (select r.verdict, r.reviewed_at from reviews r where r.flag_id = f.id order by r.id desc limit 1) r on true`;
