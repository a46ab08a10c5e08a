import type { Queryable } from '../../connection/connection.ts';

export interface NewBriefingFile {
  readonly briefingId: string;
  readonly profile: string;
  readonly format: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** Notes where one file of a briefing lies. */
export async function insertBriefingFile(db: Queryable, file: NewBriefingFile): Promise<void> {
  await db.query(
    'insert into briefing_files (briefing_id, profile, format, sha256, bytes) values ($1, $2, $3, $4, $5)',
    [file.briefingId, file.profile, file.format, file.sha256, file.bytes],
  );
}
