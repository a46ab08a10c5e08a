import type { Basis, Channel } from '@lamro/domain';
import { onlyRow, type Queryable } from '../../connection/connection.ts';

export interface NewRelease {
  readonly profile: string;
  readonly caseId: string;
  readonly responseId: string;
  readonly channel: Channel;
  readonly basis: Basis;
  readonly proof: unknown;
  readonly spokespersonId: string | null;
  readonly attachmentId: string | null;
  readonly releasedBy: string;
  readonly at: Date;
}

/** Writes one release of one response by one channel and returns its id. */
export async function insertRelease(db: Queryable, row: NewRelease): Promise<string> {
  const result = await db.query<{ id: string }>(
    `insert into releases (profile, case_id, response_id, channel, basis, proof, spokesperson_id, attachment_id,
       released_by, released_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning id`,
    [
      row.profile,
      row.caseId,
      row.responseId,
      row.channel,
      row.basis,
      JSON.stringify(row.proof),
      row.spokespersonId,
      row.attachmentId,
      row.releasedBy,
      row.at,
    ],
  );
  return onlyRow(result, 'lần phát hành vừa ghi').id;
}
