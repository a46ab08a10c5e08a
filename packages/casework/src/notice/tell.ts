import { notifyAccounts } from '@lamro/database';
import type { NoticeKind, Role } from '@lamro/domain';
import type { Scope } from '../scope/scope.ts';

export interface CaseNotice {
  readonly kind: NoticeKind;
  readonly roles: readonly Role[];
  readonly agencies: readonly string[];
  readonly title: string;
  readonly body: string;
}

/** Writes a notice about a case to everybody meant except whoever caused it; once for each event. */
export async function tell(scope: Scope, seq: number, notice: CaseNotice): Promise<void> {
  const { row, author, db } = scope;
  await notifyAccounts(db, {
    ...notice,
    profile: row.profile,
    except: author.id,
    link: `/cases/${row.id}`,
    dedupeKey: `case:${row.id}:${seq}:${notice.kind}`,
  });
}
