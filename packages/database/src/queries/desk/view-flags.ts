import type { Queryable } from '../../connection/connection.ts';

export interface FlagListRow {
  readonly id: string;
  readonly articleId: string;
  readonly state: string;
  readonly score: number;
  readonly verdictSuggestion: string | null;
  readonly openedAt: Date;
  readonly decidedAt: Date | null;
  readonly title: string;
  readonly outlet: string;
  readonly country: string;
  readonly origin: string;
  readonly language: string;
  readonly quote: string | null;
  readonly evidenceQuote: string | null;
  readonly signalKind: string | null;
  readonly caseId: string | null;
}

export interface FlagFilter {
  readonly profile: string;
  /** A flag state, or `waiting` for open ones and those that need evidence. */
  readonly state: string;
  readonly origin: string | null;
  readonly after: { readonly score: number; readonly id: string } | null;
  readonly limit: number;
}

/** Flags by score, the most telling signal of each beside it. */
export async function viewFlags(db: Queryable, filter: FlagFilter): Promise<readonly FlagListRow[]> {
  const { rows } = await db.query<FlagListRow>(
    `select f.id, f.article_id as "articleId", f.state, f.score, f.verdict_suggestion as "verdictSuggestion",
       f.opened_at as "openedAt", f.decided_at as "decidedAt", v.title, o.name as outlet, o.country, a.origin, v.language,
       s.quote, s.evidence_quote as "evidenceQuote", s.kind as "signalKind", c.case_id as "caseId"
     from flags f join articles a on a.id = f.article_id join outlets o on o.id = a.outlet_id
     join article_versions v on v.id = f.article_version_id
     left join case_flags c on c.flag_id = f.id
     left join lateral (select quote, evidence_quote, kind from signals
       where article_version_id = f.article_version_id and struck_at is null order by strength desc, id limit 1) s on true
     where f.profile = $1
       and case $2 when 'waiting' then f.state in ('open', 'needs-evidence') else f.state = $2 end
       and ($3::text is null or a.origin = $3)
       and ($4::real is null or (f.score, f.id) < ($4::real, $5::bigint))
     order by f.score desc, f.id desc limit $6`,
    [filter.profile, filter.state, filter.origin, filter.after?.score ?? null, filter.after?.id ?? null, filter.limit],
  );
  return rows;
}
