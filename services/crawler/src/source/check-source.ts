import {
  discoverArticles,
  type FetchAttempt,
  findSource,
  finishSourceCheck,
  insertFetch,
  inTransaction,
  postponeSource,
  type SourceRow,
} from '@lamro/database';
import type { FetchOutcome } from '@lamro/domain';
import { readSourceWhole, type SourceReading } from '@lamro/press';
import type { Later } from '@lamro/queue';
import type { CrawlContext } from '../crawler.ts';
import { HOST_BUSY } from '../host-load.ts';
import { describeAttempt } from '../page/attempt.ts';
import { collectRecords } from '../record/collect-records.ts';
import { attributeItems } from './attribute.ts';
import { fetchPart } from './fetch-part.ts';
import { freshSeconds } from './freshness.ts';
import { judgeHealth, type SourceHealth } from './health.ts';
import { nextCheck } from './next-check.ts';
import { readSettings } from './settings.ts';
import { type BodyState, compareBody, requestOf } from './validators.ts';

/** Something of the reading itself broke; named apart from what the source did. */
const OWN_FAULT = 'reading-failed';

/**
 * Checks a source that is due: fetches it, writes down what it lists and when to come again.
 *
 * @returns the articles that are new, or when to come again because the host has enough to do
 */
export async function checkSource(context: CrawlContext, sourceId: string): Promise<{ articleId: string }[] | Later> {
  const source = await findSource(context.pool, sourceId);
  // A job that ran twice, or a source switched off since: the ledger decides, not the queue.
  if (source === null || !source.enabled || !source.due || source.kind === 'intake') return [];
  const host = URL.parse(source.url)?.host ?? '';
  if (context.hosts.isFull(host)) return HOST_BUSY;
  return context.hosts.run(host, () => checkOrPostpone(context, source));
}

/** A fault of our own counts as a failed check: without that the source would come back at once for ever. */
async function checkOrPostpone(context: CrawlContext, source: SourceRow): Promise<{ articleId: string }[]> {
  try {
    return await checkNow(context, source);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    await postponeSource(context.pool, {
      id: source.id,
      waitSeconds: context.rhythm.longestSeconds,
      reason: `Phần mềm không xử lý được nguồn này: ${reason.replaceAll('\u0000', '')}`,
    });
    throw error;
  }
}

async function checkNow(context: CrawlContext, source: SourceRow): Promise<{ articleId: string }[]> {
  const started = performance.now();
  // Announcements are read some at a time: those left over stand in a listing that did not change.
  const whole = source.kind === 'portal' && readSettings(source.settings).statements;
  const request = requestOf(source, whole);
  const outcome = await context.fetcher.fetch(request, context.signal);
  if (!outcome.ok && outcome.kind === 'aborted') return [];
  const durationMs = performance.now() - started;
  const body = compareBody(source, outcome);
  const reading = outcome.ok && (whole || !body.unchanged) ? await read(context, source, outcome) : null;
  const recordsProblem =
    source.kind === 'portal' && outcome.ok
      ? await collectRecords(context, source, reading?.ok ? reading.items : [])
      : null;
  const refusal = reading?.ok === false ? { outcome: reading.alarm, detail: reading.detail } : null;
  const attempt: FetchAttempt = {
    ...describeAttempt(outcome, durationMs, refusal),
    profile: source.profile,
    sourceId: source.id,
    articleId: null,
    purpose: 'source',
  };
  return finish(context, source, { outcome, attempt, body, reading, recordsProblem, conditional: request.conditional });
}

/** Reads the listing with its parts. A fault of our own reading costs this source one failed check and nobody else anything. */
async function read(
  context: CrawlContext,
  source: SourceRow,
  page: Extract<FetchOutcome, { ok: true }>,
): Promise<SourceReading> {
  try {
    return await readSourceWhole(source.kind, source.settings, page, (url) => fetchPart(context, source, url));
  } catch (error) {
    context.logger.error({ source: source.id, err: error, fault: OWN_FAULT }, 'listing not read');
    const reason = error instanceof Error ? error.message : String(error);
    return { ok: false, alarm: 'not-a-feed', detail: `Phần mềm không đọc được nội dung này: ${reason}` };
  }
}

interface Checked {
  readonly outcome: FetchOutcome;
  readonly attempt: FetchAttempt;
  readonly body: BodyState;
  readonly reading: SourceReading | null;
  readonly recordsProblem: string | null;
  readonly conditional: boolean;
}

async function finish(context: CrawlContext, source: SourceRow, checked: Checked): Promise<{ articleId: string }[]> {
  const { outcome, reading } = checked;
  const succeeded = outcome.ok && reading?.ok !== false;
  // What an official portal publishes is evidence, not press to be watched.
  const items = reading?.ok && !source.outlet_official ? reading.items : [];
  const { fresh, health } = await inTransaction(context.pool, async (client) => {
    await insertFetch(client, checked.attempt);
    const found = await discoverArticles(client, {
      profile: source.profile,
      sourceId: source.id,
      items: await attributeItems(client, source, items),
    });
    const judged = judgeHealth(source, { ...checked, foundNew: found.length > 0 }, context.clock.now());
    await finishSourceCheck(client, {
      sourceId: source.id,
      succeeded,
      foundNew: found.length > 0,
      ...planOf(context, source, checked, items.length === 0 ? 0 : found.length / items.length),
      ...rememberedOf(source, checked, found.length > 0),
      ...judged,
    });
    return { fresh: found, health: judged };
  });
  context.count('source', fateOf(succeeded, fresh.length, health));
  return fresh;
}

function planOf(context: CrawlContext, source: SourceRow, { outcome, reading }: Checked, newShare: number) {
  const next = nextCheck(
    {
      intervalSeconds: source.interval_seconds,
      succeeded: outcome.ok && reading?.ok !== false,
      newShare,
      failuresBefore: source.consecutive_failures,
      retryAfterMs: outcome.ok ? null : outcome.retryAfterMs,
      freshSeconds: outcome.ok ? freshSeconds(outcome.headers, context.clock.now()) : 0,
    },
    context.rhythm,
    Math.random(),
  );
  return { nextCheckInSeconds: next.waitSeconds, intervalSeconds: next.intervalSeconds };
}

/** Validators are kept of listings that were read: a wall's would make the server answer "not modified" to the wall for ever. */
function rememberedOf(source: SourceRow, { outcome, reading, body, conditional }: Checked, foundNew: boolean) {
  const readable = outcome.ok && reading?.ok !== false;
  return {
    etag: readable ? (outcome.headers['etag'] ?? null) : null,
    lastModified: readable ? (outcome.headers['last-modified'] ?? null) : null,
    bodyHash: readable ? body.hash : null,
    conditionalChecks: conditional ? source.conditional_checks + 1 : 0,
    // A counter or an advertisement may change under one validator; new articles under it are a lie.
    validatorsLie: source.validators_lie || (body.repeatedValidator && foundNew),
  };
}

function fateOf(succeeded: boolean, found: number, health: SourceHealth): string {
  if (succeeded) return found > 0 ? 'new-items' : 'nothing-new';
  return health.alarm?.name ?? 'failed';
}
