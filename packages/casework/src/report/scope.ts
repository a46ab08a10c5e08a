import type { Actor } from '@lamro/access';
import { findPeriodReport, insertAuditEntry, type PeriodReportRow, type Queryable } from '@lamro/database';
import { type PeriodReportContent, type PeriodReportDocument, periodReportContentSchema } from '@lamro/domain';
import { CommandRefused } from '../refusal/refusal.ts';
import type { Context } from '../scope/context.ts';

/** A period report after a command. */
export interface ReportResult {
  readonly reportId: string;
  readonly label: string;
  readonly version: number;
}

export function reportNotFound(id: string): CommandRefused {
  return new CommandRefused('not-found', `Không có báo cáo ${id} trong tỉnh của bạn: hãy kiểm tra lại địa chỉ.`);
}

/**
 * Holds a draft until the transaction ends.
 *
 * @throws CommandRefused `not-found`, `wrong-state` for an issued one, `conflict` where somebody changed it meanwhile
 */
export async function lockReport(
  db: Queryable,
  actor: Actor,
  wanted: { readonly reportId: string; readonly expectedVersion?: number | undefined },
): Promise<PeriodReportRow> {
  const row = await findPeriodReport(db, actor.profile, wanted.reportId, true);
  if (row === null) throw reportNotFound(wanted.reportId);
  refuseIssued(row);
  if (wanted.expectedVersion === undefined || wanted.expectedVersion === row.version) return row;
  throw new CommandRefused(
    'conflict',
    'Dự thảo báo cáo đã được người khác sửa: hãy tải lại trang, xem thay đổi rồi làm tiếp.',
    { currentVersion: row.version },
  );
}

/** @throws CommandRefused `wrong-state` */
export function refuseIssued(row: PeriodReportRow): void {
  if (row.state === 'draft') return;
  throw new CommandRefused(
    'wrong-state',
    `Báo cáo ${row.label} đã phát hành nên không sửa được: khi cần bổ sung, hãy lập báo cáo đột xuất của kỳ tương ứng.`,
  );
}

/** What a row says, read by its schema. */
export function reportContentOf(row: PeriodReportRow): PeriodReportContent {
  return periodReportContentSchema.parse(row.content);
}

/** A report as its files show it. */
export function reportDocumentOf(context: Context, row: PeriodReportRow): PeriodReportDocument {
  return {
    content: reportContentOf(row),
    office: context.procedure(row.profile).office,
    number: row.number,
    signer: row.signer,
    issuedAt: row.issuedAt,
    deskUrl: context.briefings?.deskUrl ?? null,
  };
}

/** Writes the trail of a command on a period report. */
export function logReport(
  db: Queryable,
  context: Context,
  actor: Pick<Actor, 'profile' | 'id' | 'role'>,
  action: string,
  { reportId: objectId, label }: ReportResult,
): Promise<void> {
  return insertAuditEntry(db, {
    profile: actor.profile,
    actorId: actor.id,
    actorRole: actor.role,
    action,
    objectKind: 'period-report',
    objectId,
    detail: { label },
    at: context.clock.now(),
  });
}
