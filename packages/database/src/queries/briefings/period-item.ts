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
  /** Whether another item of the story was read before the span. */
  readonly toldBefore: boolean;
  readonly duplicateOf: string | null;
  readonly sectors: unknown;
  readonly mentions: unknown;
  /** The Vietnamese translation to show, an analyst's before a machine's, its body cut as `body` is; null without one. */
  readonly translation: { readonly title: string; readonly body: string; readonly kind: 'machine' | 'analyst' } | null;
  readonly flagState: 'open' | 'confirmed' | 'dismissed' | 'needs-evidence' | null;
  readonly verdict: Verdict | null;
}

/** Columns of {@link PeriodItemRow} over the tables of {@link PERIOD_ITEM_TABLES}; `$2` is
 * the first instant of the span, `$4` the most characters of a body. */
export const PERIOD_ITEM_COLUMNS = `a.id as "articleId", v.title, left(v.body, $4::integer) as body, a.url, o.name as outlet,
  o.country, v.language, a.origin, v.published_at as "publishedAt", a.first_seen_at as "firstSeenAt",
  m.story_id as "storyId", exists (select from story_members e join articles b on b.id = e.article_id
    where e.story_id = m.story_id and b.first_seen_at < $2) as "toldBefore", m.duplicate_of as "duplicateOf", j.sectors, j.mentions,
  t.shown as translation,
  f.state as "flagState", r.verdict`;

export const PERIOD_ITEM_TABLES = `articles a
  join outlets o on o.id = a.outlet_id and not o.official
  join article_versions v on v.id = a.current_version_id
  join judgements j on j.article_version_id = v.id
  left join story_members m on m.article_id = a.id
  left join lateral (select jsonb_build_object('title', t.title, 'body', left(t.body, $4::integer), 'kind', t.kind) as shown
    from translations t where t.article_version_id = v.id and t.language = 'vi'
    order by t.kind = 'analyst' desc, t.created_at desc, t.id desc limit 1) t on true
  left join lateral (select f.id, f.state from flags f where f.article_id = a.id and f.state <> 'withdrawn' order by f.id desc limit 1) f on true
  left join lateral (select r.verdict, r.reviewed_at from reviews r where r.flag_id = f.id order by r.id desc limit 1) r on true`;
