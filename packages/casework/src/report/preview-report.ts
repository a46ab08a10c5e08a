import type { Actor } from '@lamro/access';
import { PERIOD_REPORT_FORMATS } from '@lamro/domain';
import { z } from 'zod';
import { checkBriefingRight } from '../briefing/scope.ts';
import { parseInput } from '../refusal/parse-input.ts';
import { CommandRefused } from '../refusal/refusal.ts';
import type { Context } from '../scope/context.ts';
import { idSchema } from '../scope/on-case.ts';
import type { ReportingDuty } from './duty.ts';
import { openReport } from './open-report.ts';

const previewSchema = z.object({ reportId: idSchema, format: z.enum(PERIOD_REPORT_FORMATS) });
export type PreviewReportInput = z.input<typeof previewSchema>;

/**
 * A file of a report as it would look if it were issued now.
 *
 * @throws CommandRefused `file-refused` where this installation makes no files, or the operator's template cannot be used
 */
export async function previewReport(
  context: Context,
  actor: Actor,
  input: PreviewReportInput,
): Promise<{ readonly bytes: Uint8Array }> {
  checkBriefingRight(actor, 'report.read');
  const { reportId, format } = parseInput(previewSchema, input);
  const { document } = await openReport(context, actor, { reportId });
  if (context.briefings?.renderReport === undefined)
    throw new CommandRefused('file-refused', 'Hệ thống chưa có phần lập tệp báo cáo: hãy báo quản trị viên.');
  return { bytes: await context.briefings.renderReport(document, format) };
}

/**
 * The reports that the regulation of the actor's province asks for.
 *
 * @throws CommandRefused `forbidden`
 */
export async function listReportDuties(
  context: Context,
  actor: Actor,
  _input: Record<never, never>,
): Promise<readonly ReportingDuty[]> {
  checkBriefingRight(actor, 'report.read');
  return context.procedure(actor.profile).reportDuties;
}
