import type { Queryable } from '../../connection/connection.ts';

export interface BriefingFileRow {
  readonly format: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** Files of a briefing by format. */
export async function listBriefingFiles(db: Queryable, briefingId: string): Promise<readonly BriefingFileRow[]> {
  const { rows } = await db.query<BriefingFileRow>(
    'select format, sha256, bytes from briefing_files where briefing_id = $1 order by format',
    [briefingId],
  );
  return rows;
}
