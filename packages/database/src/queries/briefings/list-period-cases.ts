import type { CaseState, Channel } from '@lamro/domain';
import type { Queryable } from '../../connection/connection.ts';
import type { Span } from './briefing.ts';

export interface PeriodCaseRow {
  readonly caseId: string;
  readonly number: string;
  readonly title: string;
  readonly state: CaseState;
  readonly leadAgency: string | null;
  readonly openedAt: Date;
  readonly quotes: readonly { articleId: string; outlet: string; url: string; quote: string }[];
  /** Released and not withdrawn; times are ISO 8601. */
  readonly answers: readonly { title: string; body: string; channel: Channel; releasedAt: string }[];
  readonly deadlines: readonly { rule: string; dueAt: string; metAt: string | null }[];
}

const QUOTES = `select jsonb_agg(jsonb_build_object('articleId', a.id::text, 'outlet', o.name, 'url', a.url, 'quote', ca.quote)
  order by ca.part, a.id) from case_articles ca join articles a on a.id = ca.article_id
  join outlets o on o.id = a.outlet_id where ca.case_id = c.id`;
const ANSWERS = `select jsonb_agg(jsonb_build_object('title', p.title, 'body', p.body, 'channel', l.channel,
    'releasedAt', l.released_at) order by l.released_at, l.id)
  from releases l join responses p on p.id = l.response_id where l.case_id = c.id and l.withdrawn_at is null`;
const DEADLINES = `select jsonb_agg(jsonb_build_object('rule', d.rule, 'dueAt', d.due_at, 'metAt', d.met_at) order by d.due_at, d.id)
  from deadlines d where d.case_id = c.id and d.cancelled_at is null`;

/** Cases in which something happened in a span, oldest first, as they stand now. */
export async function listPeriodCases(db: Queryable, span: Span): Promise<readonly PeriodCaseRow[]> {
  const { rows } = await db.query<PeriodCaseRow>(
    `select c.id as "caseId", c.number, c.title, c.state, c.lead_agency as "leadAgency", c.opened_at as "openedAt",
       coalesce((${QUOTES}), '[]') as quotes, coalesce((${ANSWERS}), '[]') as answers,
       coalesce((${DEADLINES}), '[]') as deadlines
     from cases c
     where c.profile = $1 and exists (select from case_events e where e.case_id = c.id and e.at >= $2 and e.at < $3)
     order by c.opened_at, c.id`,
    [span.profile, span.from, span.to],
  );
  return rows;
}
