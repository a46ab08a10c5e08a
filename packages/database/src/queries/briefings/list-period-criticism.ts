import type { Queryable } from '../../connection/connection.ts';
import type { Span } from './briefing.ts';
import { PERIOD_ITEM_COLUMNS, PERIOD_ITEM_TABLES, type PeriodItemRow } from './period-item.ts';

/** Items that a review of the span found critical and accurate. */
export async function listPeriodCriticism(
  db: Queryable,
  span: Span,
  bodyLength: number,
): Promise<readonly PeriodItemRow[]> {
  const { rows } = await db.query<PeriodItemRow>(
    `select ${PERIOD_ITEM_COLUMNS} from ${PERIOD_ITEM_TABLES}
     where a.profile = $1 and r.reviewed_at >= $2 and r.reviewed_at < $3 and r.verdict = 'accurate-negative'
     order by r.reviewed_at, a.id`,
    [span.profile, span.from, span.to, bodyLength],
  );
  return rows;
}
