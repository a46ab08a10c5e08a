import { type ItemFilter, REVISION_OUTCOMES } from '@lamro/database';
import { FLAG_STATES, originSchema, sectorSchema, verdictSchema } from '@lamro/domain';
import { z } from 'zod';
import { count, id, instant, json, maybe, page, text } from '../../endpoint/fields.ts';

const CURSOR = /^\d{1,17}_[1-9]\d{0,17}$/;

/** Conditions of the stream, by the names that the desk's addresses use. */
export const streamQuery = z.strictObject({
  scope: z.enum(['relevant', 'all']).default('relevant'),
  origin: originSchema.optional(),
  language: z
    .string()
    .regex(/^[a-z]{2,3}$/)
    .optional(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  outlet: id.optional(),
  sector: sectorSchema.optional(),
  flag: z.enum(['any', 'none', ...FLAG_STATES]).optional(),
  place: z
    .string()
    .regex(/^[A-Za-z0-9:._-]{1,40}$/)
    .optional(),
  verdict: verdictSchema.optional(),
  score: z.coerce.number().min(0).max(1).optional(),
  story: id.optional(),
  unread: z.literal('1').optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  ...page,
  cursor: z.string().regex(CURSOR).optional(),
});
export type StreamQuery = z.output<typeof streamQuery>;

/** The ledger's filter for a query; one row more than a page is read. */
export function itemFilter(query: StreamQuery, actor: { profile: string; id: string }): ItemFilter {
  const [seenMicros, after] = query.cursor?.split('_') ?? [];
  return {
    profile: actor.profile,
    reader: actor.id,
    relevantOnly: query.scope === 'relevant',
    origin: query.origin ?? null,
    language: query.language ?? null,
    outletId: query.outlet ?? null,
    country: query.country ?? null,
    sector: query.sector ?? null,
    flag: query.flag ?? null,
    place: query.place ?? null,
    verdict: query.verdict ?? null,
    minScore: query.score ?? null,
    storyId: query.story ?? null,
    unreadOnly: query.unread !== undefined,
    from: query.from ?? null,
    to: query.to ?? null,
    after: seenMicros === undefined || after === undefined ? null : { seenMicros, id: after },
    limit: query.limit + 1,
  };
}

export const item = z.object({
  id,
  title: text,
  summary: text,
  url: text,
  origin: text,
  outlet: text,
  country: text,
  language: text,
  publishedAt: maybe(instant),
  firstSeenAt: instant,
  relevant: maybe(z.boolean()),
  sectors: json,
  places: json,
  flagId: maybe(id),
  flagState: maybe(text),
  flagScore: maybe(z.number()),
  signalKind: maybe(text),
  storyId: maybe(id),
  copies: count,
  unread: z.boolean(),
});

export const article = z.object({
  id,
  url: text,
  origin: text,
  state: text,
  listedTitle: maybe(text),
  lastFailure: maybe(text),
  outletId: id,
  outlet: text,
  country: text,
  firstSeenAt: instant,
  syndicatedFrom: maybe(text),
  currentVersionId: maybe(id),
  storyId: maybe(id),
  flagId: maybe(id),
  flagState: maybe(text),
  caseId: maybe(id),
  /** Why agencies or the hotline reported it; not who. */
  reports: z.array(z.object({ reason: maybe(text), receivedBy: text, reportedAt: instant })),
});

export const version = z.object({
  id,
  number: count,
  title: text,
  body: text,
  byline: maybe(text),
  language: text,
  publishedAt: maybe(instant),
  publishedAsPrinted: maybe(text),
  snapshotSha256: text,
  createdAt: instant,
  judgedAt: maybe(instant),
  addedWords: maybe(count),
  removedWords: maybe(count),
});

export const translation = z.object({
  id,
  kind: z.enum(['machine', 'analyst']),
  model: maybe(text),
  author: maybe(text),
  title: text,
  body: text,
  risks: json,
  createdAt: instant,
});

export const signal = z.object({
  id,
  kind: text,
  quote: text,
  start: count,
  end: count,
  why: text,
  strength: z.number(),
  struckAt: maybe(instant),
  evidenceQuote: maybe(text),
  recordId: maybe(id),
  recordText: maybe(text),
  recordDocument: maybe(text),
  recordSource: maybe(text),
  recordUrl: maybe(text),
  recordWithdrawnAt: maybe(instant),
  articleId: maybe(id),
  articleTitle: maybe(text),
  articleOutlet: maybe(text),
});

/** What was weighed and taken back: no signal, counted nowhere. */
const considered = z.object({
  kind: text,
  quote: text,
  start: count,
  end: count,
  why: text,
  strength: z.number(),
  doubt: text,
  evidenceQuote: maybe(text),
  recordId: maybe(id),
  recordDocument: maybe(text),
  recordSource: maybe(text),
  recordUrl: maybe(text),
  recordWithdrawnAt: maybe(instant),
});

const judgement = z.object({
  relevant: z.boolean(),
  relevanceScore: z.number(),
  about: text,
  mentions: json,
  places: json,
  sectors: json,
  flagScore: z.number(),
  verdictSuggestion: maybe(text),
  classifierVersion: text,
  ruleSet: maybe(text),
  judgedAnewAt: maybe(instant),
  createdAt: instant,
});
const revision = z.object({
  id,
  askedAt: instant,
  doneAt: maybe(instant),
  outcome: maybe(z.enum(REVISION_OUTCOMES)),
  rulesBefore: maybe(text),
  rulesAfter: maybe(text),
  foundRaised: maybe(z.boolean()),
  foundScore: maybe(z.number()),
});
export const judged = z.object({
  judgement: maybe(judgement),
  signals: z.array(signal),
  considered: z.array(considered),
  revisions: z.array(revision),
});
