import type { Queryable } from '../../connection/connection.ts';

export interface DecidedFlag {
  readonly id: string;
  /** Whether the verdict that stands is that the item is distorted. */
  readonly distorted: boolean;
  readonly signals: readonly {
    readonly kind: string;
    readonly quote: string;
    readonly start: number;
    readonly end: number;
    readonly strength: number;
    readonly why: string;
    readonly recordId: string | null;
    readonly articleId: string | null;
    readonly evidenceQuote: string | null;
  }[];
}

/** Flags on which a person decided with a verdict, as the software saw them; "not enough evidence" teaches nothing and is left out. */
export async function listDecisions(db: Queryable, profile: string): Promise<readonly DecidedFlag[]> {
  const { rows } = await db.query<DecidedFlag>(
    `select f.id, r.verdict = 'distorted' as distorted, coalesce(signs.list, '[]') as signals
     from flags f
     join lateral (select verdict, decision from reviews where flag_id = f.id order by id desc limit 1) r on true
     left join lateral (
       select jsonb_agg(jsonb_build_object('kind', s.kind, 'quote', s.quote, 'start', s.span_start, 'end', s.span_end,
         'strength', s.strength, 'why', s.why, 'recordId', s.record_id::text, 'articleId', s.evidence_article_id::text,
         'evidenceQuote', s.evidence_quote) order by s.id) as list
       from signals s where s.article_version_id = f.article_version_id) signs on true
     where f.profile = $1 and r.decision in ('confirmed', 'dismissed') and r.verdict in ('distorted', 'accurate-negative', 'opinion', 'accurate')
     order by f.id`,
    [profile],
  );
  return rows;
}
