import type { Actor } from '@lamro/access';
import { findPeriodReport, listReportFiles, type PeriodReportRow, type ReportFileRow } from '@lamro/database';
import type { PeriodReportContent, PeriodReportDocument } from '@lamro/domain';
import { z } from 'zod';
import { checkBriefingRight } from '../briefing/scope.ts';
import { parseInput } from '../refusal/parse-input.ts';
import type { Context } from '../scope/context.ts';
import { idSchema } from '../scope/on-case.ts';
import { reportContentOf, reportDocumentOf, reportNotFound } from './scope.ts';

const openSchema = z.object({ reportId: idSchema });
export type OpenReportInput = z.input<typeof openSchema>;

export interface OpenedReport {
  readonly row: PeriodReportRow;
  readonly content: PeriodReportContent;
  readonly document: PeriodReportDocument;
  readonly files: readonly ReportFileRow[];
}

/**
 * Reads a period report, draft or issued.
 *
 * @throws CommandRefused `not-found` or `forbidden`
 */
export async function openReport(context: Context, actor: Actor, input: OpenReportInput): Promise<OpenedReport> {
  checkBriefingRight(actor, 'report.read');
  const { reportId } = parseInput(openSchema, input);
  const row = await findPeriodReport(context.pool, actor.profile, reportId);
  if (row === null) throw reportNotFound(reportId);
  const files = await listReportFiles(context.pool, row.id);
  return { row, content: reportContentOf(row), document: reportDocumentOf(context, row), files };
}
