import type { Actor } from '@lamro/access';
import { changePeriodReport, findReportOfPeriod, insertPeriodReport } from '@lamro/database';
import { z } from 'zod';
import { checkBriefingRight } from '../briefing/scope.ts';
import { parseInput } from '../refusal/parse-input.ts';
import { CommandRefused } from '../refusal/refusal.ts';
import type { Context } from '../scope/context.ts';
import { transact } from '../scope/transact.ts';
import { keepReportWords, readReport } from './content.ts';
import { dutyNamed, periodOf, type ReportPeriod } from './duty.ts';
import { logReport, type ReportResult, refuseIssued, reportContentOf } from './scope.ts';

const compileSchema = z.object({
  /** Kind, debtor and receiver, as `listReportDuties` names them. */
  duty: z.string().max(200),
  year: z.number().int().min(2000).max(2200).optional(),
  /** For a report on request, both inclusive; may narrow another one. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
});
export type CompileReportInput = z.input<typeof compileSchema>;

/**
 * Draws up a period report from the ledger. Where its draft stands already, its facts are read anew; what people wrote stays.
 *
 * @throws CommandRefused `invalid-input` for a duty that the regulation does not have, `wrong-state` where it is issued
 * @example await casework.compileReport(actor, { duty: 'half-year:cac-so-nganh-dia-phuong:so-thong-tin-va-truyen-thong', year: 2026 })
 */
export async function compileReport(context: Context, actor: Actor, input: CompileReportInput): Promise<ReportResult> {
  checkBriefingRight(actor, 'report.compile');
  const wanted = parseInput(compileSchema, input);
  const { profile } = actor;
  const procedure = context.procedure(profile);
  const duty = dutyNamed(procedure.reportDuties, wanted.duty);
  const period = periodWanted(duty.kind, wanted);
  const at = context.clock.now();
  const year = Number(period.to.slice(0, 4));
  const lastDay =
    procedure.reportOccasions(year).find((occasion) => occasion.duty.key === duty.key && duty.kind !== 'ad-hoc')
      ?.lastDay ?? null;
  const result = await transact(context, async (db) => {
    const fresh = await readReport(db, { profile, duty, period, lastDay, at }, procedure);
    const { label } = period;
    const id = await insertPeriodReport(db, {
      ...period,
      profile,
      duty: duty.key,
      content: fresh,
      createdBy: actor.id,
      at,
    });
    if (id !== null) return { reportId: id, label, version: 1 };
    const row = await findReportOfPeriod(db, { profile, duty: duty.key, label });
    if (row === null) throw new CommandRefused('conflict', 'Báo cáo vừa được người khác lập: hãy tải lại trang.');
    refuseIssued(row);
    const content = keepReportWords(reportContentOf(row), fresh);
    return { reportId: row.id, label, version: await changePeriodReport(db, { id: row.id, content, at }) };
  });
  await logReport(context.pool, context, actor, 'compile-report', result);
  return result;
}

function periodWanted(
  kind: 'yearly' | 'half-year' | 'ad-hoc',
  { year, from, to }: z.output<typeof compileSchema>,
): ReportPeriod {
  if (from !== undefined && to !== undefined) return { label: `${from}--${to}`, from, to };
  if (kind !== 'ad-hoc' && year !== undefined) return periodOf(kind, year);
  throw new CommandRefused(
    'invalid-input',
    kind === 'ad-hoc'
      ? 'Báo cáo đột xuất cần ngày đầu và ngày cuối của kỳ.'
      : 'Phải ghi năm báo cáo, hoặc ngày đầu và ngày cuối của kỳ.',
  );
}
