import type { Queryable } from '../../connection/connection.ts';
import type { Span } from './briefing.ts';
import { PERIOD_ITEM_COLUMNS, PERIOD_ITEM_TABLES, type PeriodItemRow } from './period-item.ts';

/**
 * Items about the province that were first read in a span, oldest first. By first reading, not by printed date: what is
 * found late still stands in one briefing.
 *
 * @param bodyLength most characters of each text
 */
export async function listPeriodItems(
  db: Queryable,
  span: Span,
  bodyLength: number,
): Promise<readonly PeriodItemRow[]> {
  const { rows } = await db.query<PeriodItemRow>(
    `select ${PERIOD_ITEM_COLUMNS} from ${PERIOD_ITEM_TABLES}
     where a.profile = $1 and a.first_seen_at >= $2 and a.first_seen_at < $3 and j.relevant
     order by coalesce(v.published_at, a.first_seen_at), a.id`,
    [span.profile, span.from, span.to, bodyLength],
  );
  return rows;
}
