import { type BriefingFileRow, findLatestBriefing, listBriefingFiles, type Pool } from '@lamro/database';
import type { BriefingDocument } from '@lamro/domain';
import { loadCalendar, type Profile } from '@lamro/profiles';
import { procedureOf } from '../procedure/profile-procedure.ts';
import { readContent } from './content.ts';
import type { Period } from './period.ts';
import { contentOf } from './scope.ts';

/** The newest edition of a period; where none was drawn up, one from the ledger as it stands, which is not stored. */
export async function readBriefing(
  pool: Pool,
  profile: Profile,
  period: Period,
  now: Date,
): Promise<{ readonly document: BriefingDocument; readonly files: readonly BriefingFileRow[] }> {
  const procedure = procedureOf(profile, loadCalendar());
  const row = await findLatestBriefing(pool, profile.id, period.label);
  const head = { office: procedure.office, deskUrl: null };
  if (row === null) {
    const content = await readContent(pool, profile.id, period, procedure, now);
    const open = { edition: 1, number: null, signer: null, issuedAt: null, eventRoot: null };
    return { document: { ...head, ...open, content }, files: [] };
  }
  const { edition, number, signer, issuedAt, eventRoot } = row;
  return {
    document: { ...head, edition, number, signer, issuedAt, eventRoot, content: contentOf(row) },
    files: await listBriefingFiles(pool, row.id),
  };
}
