import { z } from 'zod';
import { caseStateSchema } from './case.ts';
import { channelSchema, originSchema, outletOutcomeSchema, sectorSchema, verdictSchema } from './vocabulary.ts';

/** Formats in which a briefing is issued, with their media types. */
export const BRIEFING_FORMATS = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  html: 'text/html; charset=utf-8',
} as const;
export type BriefingFormat = keyof typeof BRIEFING_FORMATS;

/** A format by its name, or null for a name that is none. */
export function briefingFormatOf(name: string): BriefingFormat | null {
  return name === 'docx' || name === 'pdf' || name === 'xlsx' || name === 'html' ? name : null;
}

const instant = z.iso.datetime({ offset: true });
const id = z.string().regex(/^\d{1,18}$/);

/** Figures of the overview, in the order in which they are printed. */
export const BRIEFING_FIGURES = [
  'items',
  'stories',
  'outlets',
  'domestic',
  'foreign',
  'flags',
  'distorted',
  'criticism',
  'cases-opened',
  'cases-answered',
  'deadlines-kept',
  'deadlines-missed',
  'outcomes',
] as const;
export type BriefingFigureId = (typeof BRIEFING_FIGURES)[number];

/** A figure with the rows that it counts, so that a reader can go from the number to what stands behind it. */
export const briefingFigureSchema = z.object({
  id: z.enum(BRIEFING_FIGURES),
  value: z.number().int().nonnegative(),
  /** The same figure of the period of equal length before. */
  previous: z.number().int().nonnegative(),
  articleIds: z.array(id),
  caseIds: z.array(id),
});
export type BriefingFigure = z.infer<typeof briefingFigureSchema>;

export const briefingChartSchema = z.object({
  id: z.enum(['by-day', 'by-sector']),
  /** Ids of what the parts of a bar stand for. */
  series: z.array(originSchema),
  /** `key` is a day (`2026-11-22`) or a sector; one value a series. */
  bars: z.array(z.object({ key: z.string(), values: z.array(z.number().int().nonnegative()) })),
});
export type BriefingChart = z.infer<typeof briefingChartSchema>;

/** Words about an item: `by` says whether they are the outlet's own sentences, a person's, or sentences of a model's or an analyst's translation. */
export const briefingSummarySchema = z.object({
  text: z.string().max(20_000),
  language: z.string(),
  by: z.enum(['extract', 'person', 'model', 'translation']),
});
export type BriefingSummary = z.infer<typeof briefingSummarySchema>;

const itemFields = {
  articleId: id,
  title: z.string(),
  outlet: z.string(),
  country: z.string(),
  language: z.string(),
  origin: originSchema,
  publishedAt: instant.nullable(),
  url: z.string(),
  sectors: z.array(sectorSchema),
};

/** One story as one part of the press told it: the telling that stands for it, and the others. */
export const briefingEntrySchema = z.object({
  ...itemFields,
  storyId: id.nullable(),
  summary: briefingSummarySchema,
  comment: z.string().max(20_000),
  included: z.boolean(),
  /** Whether the story was first told in this period. */
  isNew: z.boolean(),
  tellings: z.array(z.object({ articleId: id, outlet: z.string(), url: z.string() })),
});
export type BriefingEntry = z.infer<typeof briefingEntrySchema>;

/** An item of the annex, under the number that figures refer to. */
export const briefingItemSchema = z.object({
  ...itemFields,
  flagState: z.enum(['open', 'confirmed', 'dismissed', 'needs-evidence']).nullable(),
  verdict: verdictSchema.nullable(),
});
export type BriefingItem = z.infer<typeof briefingItemSchema>;

export const briefingDeadlineSchema = z.object({
  rule: z.string(),
  label: z.string(),
  dueAt: instant,
  metAt: instant.nullable(),
  /** Null while it is still running. */
  kept: z.boolean().nullable(),
});

export const briefingCaseSchema = z.object({
  caseId: id,
  number: z.string(),
  title: z.string(),
  state: caseStateSchema,
  leadAgency: z.string().nullable(),
  openedAt: instant,
  isNew: z.boolean(),
  quotes: z.array(z.object({ articleId: id, outlet: z.string(), url: z.string(), quote: z.string() })),
  /** What was released and stands; drafts never leave their agency. */
  answers: z.array(z.object({ title: z.string(), body: z.string(), channel: channelSchema, releasedAt: instant })),
  deadlines: z.array(briefingDeadlineSchema),
  comment: z.string().max(20_000),
  included: z.boolean(),
});
export type BriefingCase = z.infer<typeof briefingCaseSchema>;

export const briefingOutcomeSchema = z.object({
  caseId: id,
  caseNumber: z.string(),
  articleId: id,
  outlet: z.string(),
  title: z.string(),
  url: z.string(),
  outcome: outletOutcomeSchema,
  confirmedAt: instant,
});

export const briefingSilenceSchema = z.object({
  outlet: z.string(),
  url: z.string(),
  lastNewItemAt: instant.nullable(),
  alarm: z.string().nullable(),
});

/** A proposal drawn from the ledger (`subject` names what it is about), or words of the analyst (`free`). */
export const briefingProposalSchema = z.object({
  kind: z.enum(['remind-agency', 'follow-outlet', 'check-source', 'free']),
  subject: z.string().max(4000),
  detail: z.string().max(4000),
});
export type BriefingProposal = z.infer<typeof briefingProposalSchema>;

/** Everything a briefing says; frozen with it when it is issued. */
export const briefingContentSchema = z.object({
  profile: z.string(),
  period: z.object({ label: z.string(), kind: z.enum(['week', 'period']), from: instant, to: instant }),
  /** From when on the ledger was read: earlier than the period where the briefing before was issued before its end. */
  readFrom: instant,
  compiledAt: instant,
  /** What the analyst writes above the figures. */
  overview: z.string().max(20_000),
  figures: z.array(briefingFigureSchema),
  charts: z.array(briefingChartSchema),
  domestic: z.array(z.object({ sector: sectorSchema, entries: z.array(briefingEntrySchema) })),
  foreign: z.array(z.object({ country: z.string(), language: z.string(), entries: z.array(briefingEntrySchema) })),
  cases: z.array(briefingCaseSchema),
  outcomes: z.array(briefingOutcomeSchema),
  criticism: z.array(briefingEntrySchema),
  silentSources: z.array(briefingSilenceSchema),
  proposals: z.array(briefingProposalSchema),
  annex: z.array(briefingItemSchema),
  /** What this edition changes of the one before; null for the first. */
  correction: z.string().max(20_000).nullable(),
});
export type BriefingContent = z.infer<typeof briefingContentSchema>;

/** The body that issues a document and how it stands in the document's head. */
export interface IssuingOffice {
  readonly parentBody: string;
  readonly body: string;
  readonly place: string;
  readonly symbol: string;
  readonly signerPost: string;
}

/** A briefing with what its head and foot say. */
export interface BriefingDocument {
  readonly content: BriefingContent;
  readonly office: IssuingOffice;
  readonly edition: number;
  /** Number in the office's register; null prints an open place to be filled by hand. */
  readonly number: number | null;
  /** Who signs; null leaves the place free. */
  readonly signer: string | null;
  /** Moment of issue; null for a draft, which says that it is one. */
  readonly issuedAt: Date | null;
  /** Root over all case heads at the moment of issue. */
  readonly eventRoot: string | null;
  /** Where the desk is reached, for links from figures to items; null prints no such links. */
  readonly deskUrl: string | null;
}

/** Makes the files of a briefing; wired by services. */
export type RenderBriefing = (document: BriefingDocument, format: BriefingFormat) => Promise<Uint8Array>;
