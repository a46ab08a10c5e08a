import type { OutletOutcome } from '@lamro/domain';
import type { Queryable } from '../../connection/connection.ts';
import type { Span } from './briefing.ts';

export interface PeriodOutcomeRow {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly articleId: string;
  readonly outlet: string;
  readonly title: string;
  readonly url: string;
  readonly outcome: OutletOutcome;
  readonly confirmedAt: Date;
}

/** What outlets did, as people confirmed it in a span: the newest of each article and case. */
export async function listPeriodOutcomes(db: Queryable, span: Span): Promise<readonly PeriodOutcomeRow[]> {
  const { rows } = await db.query<PeriodOutcomeRow>(
    `select distinct on (k.case_id, k.article_id) k.case_id as "caseId", c.number as "caseNumber",
       k.article_id as "articleId", o.name as outlet, v.title, a.url, k.outcome, k.confirmed_at as "confirmedAt"
     from outlet_checks k join cases c on c.id = k.case_id join articles a on a.id = k.article_id
     join outlets o on o.id = a.outlet_id join article_versions v on v.id = k.before_version_id
     where k.profile = $1 and k.state = 'confirmed' and k.outcome is not null
       and k.confirmed_at >= $2 and k.confirmed_at < $3
     order by k.case_id, k.article_id, k.confirmed_at desc`,
    [span.profile, span.from, span.to],
  );
  return rows;
}
