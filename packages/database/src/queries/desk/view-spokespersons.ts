import type { Queryable } from '../../connection/connection.ts';

export interface SpokespersonView {
  readonly id: string;
  readonly agency: string;
  readonly name: string;
  readonly post: string;
  readonly ground: 'head' | 'appointed' | 'delegated';
  readonly documentNumber: string | null;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly endedAt: Date | null;
}

/** The register of those who may speak, those in force first. */
export async function viewSpokespersons(db: Queryable, profile: string): Promise<readonly SpokespersonView[]> {
  const { rows } = await db.query<SpokespersonView>(
    `select id, agency, name, post, ground, document_number as "documentNumber", valid_from as "validFrom",
       valid_to as "validTo", ended_at as "endedAt"
     from spokespersons where profile = $1 order by ended_at nulls first, agency, name`,
    [profile],
  );
  return rows;
}
