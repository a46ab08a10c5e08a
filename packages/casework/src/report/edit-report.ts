import type { Actor } from '@lamro/access';
import { changePeriodReport } from '@lamro/database';
import { reportTaskSchema } from '@lamro/domain';
import { z } from 'zod';
import { checkBriefingRight } from '../briefing/scope.ts';
import { parseInput } from '../refusal/parse-input.ts';
import type { Context } from '../scope/context.ts';
import { idSchema, versionSchema } from '../scope/on-case.ts';
import { transact } from '../scope/transact.ts';
import { lockReport, logReport, type ReportResult, reportContentOf } from './scope.ts';

const words = z.string().trim().max(20_000, 'dài nhất 20.000 ký tự').normalize('NFC');

const editSchema = z.object({
  reportId: idSchema,
  expectedVersion: versionSchema.optional(),
  overview: words.optional(),
  difficulties: words.optional(),
  proposals: words.optional(),
  /** The whole table of plan and results, in its order. A line with a figure has its result from the ledger. */
  plan: z.array(reportTaskSchema).max(200).optional(),
});
export type EditReportInput = z.input<typeof editSchema>;

/**
 * Changes the words and the plan of a draft; figures are never typed in.
 *
 * @throws CommandRefused
 */
export async function editReport(context: Context, actor: Actor, input: EditReportInput): Promise<ReportResult> {
  checkBriefingRight(actor, 'report.compile');
  const { reportId, expectedVersion, ...edit } = parseInput(editSchema, input);
  const result = await transact(context, async (db) => {
    const row = await lockReport(db, actor, { reportId, expectedVersion });
    const old = reportContentOf(row);
    const content = {
      ...old,
      overview: edit.overview ?? old.overview,
      difficulties: edit.difficulties ?? old.difficulties,
      proposals: edit.proposals ?? old.proposals,
      plan: edit.plan ?? old.plan,
    };
    const version = await changePeriodReport(db, { id: row.id, content, at: context.clock.now() });
    return { reportId: row.id, label: row.label, version };
  });
  await logReport(context.pool, context, actor, 'edit-report', result);
  return result;
}
