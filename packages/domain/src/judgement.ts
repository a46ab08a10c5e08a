import { z } from 'zod';
import { sectorSchema, signalKindSchema, verdictSchema } from './vocabulary.ts';

/** Offsets are UTF-16 code units into `title + "\n" + text`, end exclusive. */
const span = { start: z.number().int().nonnegative(), end: z.number().int().nonnegative() };

export const mentionSchema = z.object({ text: z.string(), ...span, unit: z.string(), why: z.string().optional() });
export type Mention = z.infer<typeof mentionSchema>;

export const relevanceSchema = z.object({
  relevant: z.boolean(),
  score: z.number().min(0).max(1),
  about: z.enum(['subject', 'event-place', 'passing', 'none']),
  mentions: z.array(mentionSchema),
});
export type Relevance = z.infer<typeof relevanceSchema>;

export const placeSchema = z.object({ code: z.string(), name: z.string(), asOf: z.string() });
export type Place = z.infer<typeof placeSchema>;

export const sectorScoreSchema = z.object({
  id: sectorSchema,
  score: z.number().min(0).max(1),
  words: z.array(z.string()).optional(),
});
export type SectorScore = z.infer<typeof sectorScoreSchema>;

export const claimSchema = z.object({ quote: z.string().min(1), ...span, kind: z.string() });
export type Claim = z.infer<typeof claimSchema>;

/** What contradicts a quote: a passage of an official record or of another article. Null only for `unattributed-allegation`. */
export const evidenceSchema = z.object({
  recordId: z.string().optional(),
  articleId: z.string().optional(),
  quote: z.string(),
});
export type Evidence = z.infer<typeof evidenceSchema>;

export const signalSchema = z.object({
  kind: signalKindSchema,
  quote: z.string().min(1),
  ...span,
  evidence: evidenceSchema.nullable(),
  why: z.string().min(1),
  strength: z.number().min(0).max(1),
});
export type Signal = z.infer<typeof signalSchema>;

/** A signal that the rules found and that was taken back: it raises no flag and counts nowhere, but it can be looked at. */
export const consideredSignalSchema = signalSchema.extend({
  /** Why it was held to be no signal, in Vietnamese. */
  doubt: z.string().min(1),
});
export type ConsideredSignal = z.infer<typeof consideredSignalSchema>;

/** What the classifier writes down about one article version for one profile. */
export const judgementSchema = z.object({
  relevance: relevanceSchema,
  places: z.array(placeSchema),
  sectors: z.array(sectorScoreSchema),
  claims: z.array(claimSchema),
  signals: z.array(signalSchema),
  considered: z.array(consideredSignalSchema),
  flag: z.object({ raised: z.boolean(), score: z.number().min(0).max(1) }),
  verdictSuggestion: verdictSchema.nullable(),
});
export type Judgement = z.infer<typeof judgementSchema>;
