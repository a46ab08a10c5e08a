import type { Queryable } from '../../connection/connection.ts';

export interface BriefingFileView {
  readonly label: string;
  readonly edition: number;
  readonly sha256: string;
}

/** Where the bytes of one briefing file lie, or null. */
export async function viewBriefingFile(
  db: Queryable,
  file: { profile: string; briefingId: string; format: string },
): Promise<BriefingFileView | null> {
  const { rows } = await db.query<BriefingFileView>(
    `select b.label, b.edition, f.sha256 from briefing_files f join briefings b on b.id = f.briefing_id
     where f.profile = $1 and f.briefing_id = $2 and f.format = $3`,
    [file.profile, file.briefingId, file.format],
  );
  return rows[0] ?? null;
}
