import type { Actor } from '@lamro/access';
import {
  insertReportFile,
  issuePeriodReport,
  notifyAccounts,
  type PeriodReportRow,
  type Queryable,
} from '@lamro/database';
import { PERIOD_REPORT_FORMATS, type PeriodReportFormat } from '@lamro/domain';
import { clockNotices } from '@lamro/wording';
import { z } from 'zod';
import { checkBriefingRight } from '../briefing/scope.ts';
import { parseInput } from '../refusal/parse-input.ts';
import { CommandRefused } from '../refusal/refusal.ts';
import type { Context } from '../scope/context.ts';
import { idSchema, versionSchema } from '../scope/on-case.ts';
import { transact } from '../scope/transact.ts';
import { lockReport, logReport, type ReportResult, reportContentOf, reportDocumentOf } from './scope.ts';

const issueSchema = z.object({
  reportId: idSchema,
  expectedVersion: versionSchema.optional(),
  number: z.number().int().min(1).max(99_999).nullable().default(null),
  signer: z.string().trim().min(1).max(200).normalize('NFC').nullable().default(null),
});
export type IssueReportInput = z.input<typeof issueSchema>;

export interface IssuedReport extends ReportResult {
  readonly files: readonly { readonly format: PeriodReportFormat; readonly sha256: string; readonly bytes: number }[];
}

/**
 * Freezes a draft: makes its files and stores them under their SHA-256.
 *
 * @throws CommandRefused `file-refused` where this installation makes no files
 */
export async function issueReport(context: Context, actor: Actor, input: IssueReportInput): Promise<IssuedReport> {
  checkBriefingRight(actor, 'report.issue');
  const wanted = parseInput(issueSchema, input);
  const result = await transact(context, async (db) => {
    const draft = await lockReport(db, actor, wanted);
    const at = context.clock.now();
    const { number, signer } = wanted;
    const version = await issuePeriodReport(db, { id: draft.id, by: actor.id, at, number, signer });
    const files = await storeFiles(db, context, { ...draft, issuedAt: at, number, signer });
    await notifyAccounts(db, {
      profile: actor.profile,
      roles: ['analyst', 'leader', 'coordinator'],
      agencies: [],
      except: actor.id,
      kind: 'report-issued',
      ...clockNotices.reportIssued(reportContentOf(draft).duty.summary),
      link: `/reports/periods/${draft.id}`,
      dedupeKey: `period-report:${draft.id}:issued`,
    });
    return { reportId: draft.id, label: draft.label, version, files };
  });
  await logReport(context.pool, context, actor, 'issue-report', result);
  return result;
}

async function storeFiles(db: Queryable, context: Context, row: PeriodReportRow): Promise<IssuedReport['files']> {
  const { briefings, files: room } = context;
  if (briefings?.renderReport === undefined || room === null)
    throw new CommandRefused(
      'file-refused',
      'Hệ thống chưa có phần lập tệp báo cáo hoặc kho lưu tệp nên chưa phát hành được: hãy báo quản trị viên.',
    );
  const document = reportDocumentOf(context, row);
  const files: IssuedReport['files'][number][] = [];
  for (const format of PERIOD_REPORT_FORMATS) {
    const made = await briefings.renderReport(document, format);
    const file = { format, sha256: await room.blobStore.put(made), bytes: made.byteLength };
    await insertReportFile(db, { ...file, reportId: row.id, profile: row.profile });
    files.push(file);
  }
  return files;
}
