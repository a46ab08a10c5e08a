import { createHash } from 'node:crypto';
import {
  discoverArticles,
  type FetchAttempt,
  findSource,
  finishSourceCheck,
  insertFetch,
  inTransaction,
  type SourceRow,
  saveRecords,
} from '@lamro/database';
import type { FetchOutcome } from '@lamro/domain';
import { decodeBody } from '@lamro/press';
import { z } from 'zod';
import type { CrawlContext } from '../crawler.ts';
import { describeAttempt } from '../page/attempt.ts';
import { type Listing, readListing } from './listing.ts';
import { nextCheck } from './next-check.ts';
import { readRecords } from './read-records.ts';

const settingsSchema = z.object({ recordsUrl: z.string().optional() });

/**
 * Checks a source that is due: fetches it, writes down what it lists and when to come again.
 *
 * @returns the articles that are new
 */
export async function checkSource(context: CrawlContext, sourceId: string): Promise<{ articleId: string }[]> {
  const source = await findSource(context.pool, sourceId);
  // A job that ran twice, or a source switched off since: the ledger decides, not the queue.
  if (source === null || !source.enabled || !source.due) return [];
  const started = performance.now();
  const conditions = { url: source.url, etag: source.etag, lastModified: source.last_modified };
  const outcome = await context.fetcher.fetch(conditions, context.signal);
  if (!outcome.ok && outcome.kind === 'aborted') return [];
  const attempt: FetchAttempt = {
    ...describeAttempt(outcome, performance.now() - started),
    profile: source.profile,
    sourceId,
    articleId: null,
    purpose: 'source',
  };
  const hash = outcome.ok && !outcome.notModified ? createHash('sha256').update(outcome.body).digest('hex') : null;
  const unchanged = outcome.ok && (outcome.notModified || hash === source.body_hash);
  const listing = outcome.ok && !unchanged ? await readListing(source, outcome, context) : null;
  if (source.kind === 'portal') await collectRecords(context, source);
  return finish(context, source, { outcome, attempt, hash, listing });
}

interface Checked {
  readonly outcome: FetchOutcome;
  readonly attempt: FetchAttempt;
  readonly hash: string | null;
  readonly listing: Listing | null;
}

async function finish(context: CrawlContext, source: SourceRow, checked: Checked): Promise<{ articleId: string }[]> {
  const { outcome, listing } = checked;
  const succeeded = outcome.ok && listing?.ok !== false;
  const fresh = await inTransaction(context.pool, async (client) => {
    await insertFetch(client, checked.attempt);
    const found = await discoverArticles(client, {
      profile: source.profile,
      outletId: source.outlet_id,
      sourceId: source.id,
      origin: source.country === 'VN' ? 'domestic' : 'foreign',
      // What an official portal publishes is evidence, not press to be watched.
      items: listing?.ok && !source.outlet_official ? listing.items : [],
    });
    const next = nextCheck(
      {
        intervalSeconds: source.interval_seconds,
        succeeded,
        foundNew: found.length > 0,
        failuresBefore: source.consecutive_failures,
        retryAfterMs: outcome.ok ? null : outcome.retryAfterMs,
      },
      context.rhythm,
      Math.random(),
    );
    await finishSourceCheck(client, {
      sourceId: source.id,
      succeeded,
      foundNew: found.length > 0,
      nextCheckInSeconds: next.waitSeconds,
      intervalSeconds: next.intervalSeconds,
      etag: outcome.ok ? (outcome.headers['etag'] ?? null) : null,
      lastModified: outcome.ok ? (outcome.headers['last-modified'] ?? null) : null,
      bodyHash: checked.hash,
      alarm: alarmOf(source, checked),
    });
    return found;
  });
  context.count(
    'source',
    succeeded ? (fresh.length > 0 ? 'new-items' : 'nothing-new') : (alarmOf(source, checked) ?? 'failed'),
  );
  return fresh;
}

const FAILURES_BEFORE_ALARM = 3;

/** The name of what is wrong with a source, or null. One lost connection is no alarm; a wall or a loop is one at once. */
function alarmOf(source: SourceRow, { outcome, listing }: Checked): string | null {
  if (outcome.ok) return listing === null || listing.ok ? null : listing.alarm;
  const lasting =
    outcome.kind === 'redirect-loop' || outcome.kind === 'address-refused' || outcome.kind === 'robots-refused';
  return lasting || source.consecutive_failures + 1 >= FAILURES_BEFORE_ALARM ? outcome.kind : null;
}

/** Reads the official records that a portal publishes beside its pages. */
async function collectRecords(context: CrawlContext, source: SourceRow): Promise<void> {
  const { recordsUrl } = settingsSchema.parse(source.settings);
  if (recordsUrl === undefined) return;
  const started = performance.now();
  const outcome = await context.fetcher.fetch({ url: recordsUrl }, context.signal);
  const attempt = describeAttempt(outcome, performance.now() - started);
  await insertFetch(context.pool, {
    ...attempt,
    profile: source.profile,
    sourceId: source.id,
    articleId: null,
    purpose: 'source',
  });
  if (!outcome.ok) return;
  const { records, problems } = readRecords(decodeBody(outcome.body, outcome.headers['content-type']).text);
  const changed = await saveRecords(context.pool, source.profile, records);
  context.logger.info(
    { source: source.id, records: records.length, changed, problems: problems.slice(0, 20) },
    'official records read',
  );
}
