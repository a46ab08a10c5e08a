import { verdictSchema } from '@lamro/domain';
import { z } from 'zod';
import { count, id, instant, maybe, reason, text } from '../../endpoint/fields.ts';
import { signal } from '../articles/schema.ts';

export const flagListItem = z.object({
  id,
  articleId: id,
  state: text,
  score: z.number(),
  verdictSuggestion: maybe(text),
  openedAt: instant,
  decidedAt: maybe(instant),
  title: text,
  outlet: text,
  country: text,
  origin: text,
  language: text,
  quote: maybe(text),
  evidenceQuote: maybe(text),
  signalKind: maybe(text),
  caseId: maybe(id),
});

export const flag = z.object({
  id,
  articleId: id,
  versionId: id,
  state: text,
  score: z.number(),
  verdictSuggestion: maybe(text),
  version: count,
  openedAt: instant,
  caseId: maybe(id),
  caseNumber: maybe(text),
  signals: z.array(signal),
});

export const review = z.object({
  id,
  decision: text,
  verdict: maybe(text),
  reason: text,
  reviewer: text,
  reviewerRole: text,
  signalsKept: count,
  signalsStruck: count,
  reviewedAt: instant,
});

export const reviewBody = z.strictObject({
  decision: z.enum(['confirmed', 'dismissed', 'needs-evidence']),
  verdict: verdictSchema.nullable().optional(),
  reason,
  struckSignals: z.array(id).optional(),
});

export const flagResult = z.object({ flagId: id, state: text, version: count, reviewId: id });
