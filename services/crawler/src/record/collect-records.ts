import { findKnownRecords, type SourceRow, saveRecords } from '@lamro/database';
import type { OfficialRecord } from '@lamro/domain';
import { decodeBody, type ListedItem } from '@lamro/press';
import type { CrawlContext } from '../crawler.ts';
import { fetchPart } from '../source/fetch-part.ts';
import { readSettings } from '../source/settings.ts';
import { readRecords } from './read-records.ts';
import { readStatement } from './statement.ts';

/** Announcements that one check of a portal reads; the rest waits for the next. */
const STATEMENTS_PER_CHECK = 10;
const PROBLEMS_TOLD = 5;

/**
 * Reads the official records that a portal publishes: its records as NDJSON, its statistics as CSV, and, where the operator
 * wants it, what its listing announces.
 *
 * @returns what went wrong, in Vietnamese, or null
 */
export async function collectRecords(
  context: CrawlContext,
  source: SourceRow,
  listed: readonly ListedItem[],
): Promise<string | null> {
  const { recordsUrl, statisticsUrl, statements } = readSettings(source.settings);
  const problems: string[] = [];
  for (const url of [recordsUrl, statisticsUrl]) {
    if (url === undefined) continue;
    const outcome = await fetchPart(context, source, url);
    if (!outcome.ok) {
      problems.push(`${url}: ${outcome.detail}`);
      continue;
    }
    const read = readRecords(decodeBody(outcome.body, outcome.headers['content-type'] ?? null).text);
    await save(context, source, read.records);
    if (read.problems.length > 0) problems.push(`${url}: ${read.problems.slice(0, PROBLEMS_TOLD).join('; ')}`);
  }
  if (statements) await collectStatements(context, source, listed);
  return problems.length === 0 ? null : problems.join(' | ');
}

async function collectStatements(
  context: CrawlContext,
  source: SourceRow,
  listed: readonly ListedItem[],
): Promise<void> {
  const ids = listed.map((item) => item.canonicalUrl);
  const known = await findKnownRecords(context.pool, source.profile, ids);
  const portal = URL.parse(source.url)?.hostname ?? source.url;
  for (const item of listed.filter(({ canonicalUrl }) => !known.has(canonicalUrl)).slice(0, STATEMENTS_PER_CHECK)) {
    const outcome = await fetchPart(context, source, item.url);
    const statement = outcome.ok ? readStatement(item, outcome, portal) : null;
    if (statement !== null) await save(context, source, [statement]);
  }
}

async function save(context: CrawlContext, source: SourceRow, records: readonly OfficialRecord[]): Promise<void> {
  const changed = await saveRecords(context.pool, source.profile, records);
  context.logger.info({ source: source.id, records: records.length, changed }, 'official records read');
}
