import { languageSchema, sourceKindSchema } from '@lamro/domain';
import { z } from 'zod';
import { count, id, instant, json, maybe, text, words } from '../../endpoint/fields.ts';

export const source = z.object({
  id,
  outletId: id,
  outlet: text,
  kind: text,
  url: text,
  language: text,
  country: text,
  enabled: z.boolean(),
  verified: z.boolean(),
  intervalSeconds: count,
  nextCheckAt: instant,
  lastCheckedAt: maybe(instant),
  lastSuccessAt: maybe(instant),
  lastNewItemAt: maybe(instant),
  consecutiveFailures: count,
  alarm: maybe(text),
  alarmSince: maybe(instant),
  recentArticles: count,
  /** Of the ETag; counts the changes that people made. */
  version: count,
});

export const attempt = z.object({
  id,
  outcome: text,
  status: maybe(count),
  bytes: maybe(count),
  durationMs: z.number(),
  detail: maybe(text),
  fetchedAt: instant,
});

const address = z.string().trim().max(2_048);
const kind = sourceKindSchema.exclude(['intake']);
const country = z.string().regex(/^[A-Z]{2}$/);
const priority = z.number().int().min(1).max(9);

const selectors = z.strictObject({
  item: z.string().min(1).max(500),
  link: z.string().min(1).max(500).optional(),
  title: z.string().min(1).max(500).optional(),
  date: z.string().min(1).max(500).optional(),
});
const settings = z.strictObject({
  selectors: selectors.optional(),
  recordsUrl: address.optional(),
  statisticsUrl: address.optional(),
  statements: z.boolean().optional(),
  hostDelaySeconds: z.number().min(1).max(3_600).optional(),
  rules: z.array(z.record(z.string(), json)).max(20).optional(),
});

export const addBody = z.strictObject({
  outlet: words(200),
  url: address,
  kind,
  language: languageSchema.optional(),
  country: country.optional(),
  priority: priority.optional(),
  enabled: z.boolean().optional(),
  verified: z.boolean().optional(),
  settings: settings.optional(),
});

export const changeBody = z.strictObject({
  kind: kind.optional(),
  url: address.optional(),
  language: languageSchema.optional(),
  country: country.optional(),
  priority: priority.optional(),
  enabled: z.boolean().optional(),
  verified: z.boolean().optional(),
  settings: settings.optional(),
});

export const previewBody = z.strictObject({ url: address });

export const trial = z.object({
  url: text,
  finalUrl: maybe(text),
  kind: maybe(text),
  format: maybe(text),
  title: maybe(text),
  language: maybe(text),
  items: z.array(z.object({ url: text, title: text, summary: text, publishedAt: maybe(text) })),
  newestAt: maybe(text),
  feeds: z.array(z.object({ url: text, title: maybe(text), items: maybe(count) })),
  alarm: maybe(text),
  detail: maybe(text),
  requests: count,
});

export const imported = z.object({ added: z.array(id), known: count, refused: z.array(text) });
