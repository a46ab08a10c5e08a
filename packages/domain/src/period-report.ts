import { z } from 'zod';
import {
  BRIEFING_FIGURES,
  briefingCaseSchema,
  briefingFigureSchema,
  briefingItemSchema,
  briefingOutcomeSchema,
  type IssuingOffice,
} from './briefing.ts';

const words = z.string().max(20_000);

/** One task of the year's plan: what was planned, and what came of it. A result from the ledger names its figure. */
export const reportTaskSchema = z.object({
  task: z.string().max(2000),
  planned: z.string().max(2000),
  result: z.string().max(2000),
  figure: z.enum(BRIEFING_FIGURES).nullable(),
});
export type ReportTask = z.infer<typeof reportTaskSchema>;

/** The duty that a report answers, as the regulation states it; names are those that officials read. */
export const reportDutySchema = z.object({
  /** `yearly:cac-so-nganh-dia-phuong:so-thong-tin-va-truyen-thong`: kind, who owes it and who gets it. */
  key: z.string(),
  kind: z.enum(['yearly', 'half-year', 'ad-hoc']),
  to: z.string(),
  via: z.string().nullable(),
  clause: z.string(),
  summary: z.string(),
});
export type ReportDutyName = z.infer<typeof reportDutySchema>;

/** Everything that a period report says; frozen with it when it is issued. */
export const periodReportContentSchema = z.object({
  profile: z.string(),
  duty: reportDutySchema,
  /** Local days, both inclusive. */
  period: z.object({ label: z.string(), from: z.iso.date(), to: z.iso.date() }),
  /** Last local day on which it is in time; null for one on request. */
  lastDay: z.iso.date().nullable(),
  compiledAt: z.iso.datetime({ offset: true }),
  overview: words,
  figures: z.array(briefingFigureSchema),
  plan: z.array(reportTaskSchema),
  cases: z.array(briefingCaseSchema),
  outcomes: z.array(briefingOutcomeSchema),
  /** Every item that the figures count, under the number that they refer to. */
  items: z.array(briefingItemSchema),
  difficulties: words,
  proposals: words,
});
export type PeriodReportContent = z.infer<typeof periodReportContentSchema>;

/** A period report with what its head and foot say. */
export interface PeriodReportDocument {
  readonly content: PeriodReportContent;
  readonly office: IssuingOffice;
  readonly number: number | null;
  readonly signer: string | null;
  /** Null for a draft. */
  readonly issuedAt: Date | null;
  readonly deskUrl: string | null;
}

export const PERIOD_REPORT_FORMATS = ['docx', 'xlsx', 'pdf'] as const;
export type PeriodReportFormat = (typeof PERIOD_REPORT_FORMATS)[number];

/** Makes the files of a period report; wired by services. */
export type RenderPeriodReport = (document: PeriodReportDocument, format: PeriodReportFormat) => Promise<Uint8Array>;
