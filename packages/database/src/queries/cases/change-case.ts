import type { CaseState } from '@lamro/domain';
import { onlyRow, type Queryable } from '../../connection/connection.ts';

export interface CaseChange {
  readonly id: string;
  readonly state: CaseState;
  readonly leadAgency: string | null;
  readonly dossierAgency: string | null;
  readonly closedAt: Date | null;
  readonly closeKind: 'answered' | 'no-response' | 'retracted' | null;
}

/** Writes a case's state and agencies; each change makes a new version, which is returned. */
export async function changeCase(db: Queryable, change: CaseChange): Promise<number> {
  const result = await db.query<{ version: number }>(
    `update cases set state = $2, lead_agency = $3, dossier_agency = $4, closed_at = $5, close_kind = $6,
       version = version + 1
     where id = $1 returning version`,
    [change.id, change.state, change.leadAgency, change.dossierAgency, change.closedAt, change.closeKind],
  );
  return onlyRow(result, 'hồ sơ').version;
}
