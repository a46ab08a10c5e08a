import { onlyRow, type Queryable } from '../../connection/connection.ts';

import type { SpokespersonRow } from './spokesperson.ts';

export interface NewSpokesperson extends Omit<SpokespersonRow, 'id' | 'endedAt'> {
  readonly createdBy: string;
  readonly at: Date;
}

/** Writes a speaker into the register and returns the id. */
export async function insertSpokesperson(db: Queryable, row: NewSpokesperson): Promise<string> {
  const result = await db.query<{ id: string }>(
    `insert into spokespersons (profile, agency, name, post, ground, document_number, valid_from, valid_to, account_id,
       created_by, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning id`,
    [
      row.profile,
      row.agency,
      row.name,
      row.post,
      row.ground,
      row.documentNumber,
      row.validFrom,
      row.validTo,
      row.accountId,
      row.createdBy,
      row.at,
    ],
  );
  return onlyRow(result, 'người phát ngôn vừa ghi').id;
}
