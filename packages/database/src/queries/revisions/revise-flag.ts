import type { Verdict } from '@lamro/domain';
import type { Queryable } from '../../connection/connection.ts';

export interface FlagRevision {
  readonly flagId: string;
  readonly score: number;
  readonly verdictSuggestion: Verdict | null;
  /** Name of the rules that find no evidence any more; null where the flag stands, or stands again. */
  readonly withdrawnBy: string | null;
}

/** Writes what judging anew made of a flag that nobody has reviewed; each change makes a new version. */
export async function reviseFlag(db: Queryable, flag: FlagRevision): Promise<void> {
  await db.query(
    `update flags set score = $2, verdict_suggestion = $3, withdrawn_by = $4::text, version = version + 1,
       state = case when $4::text is null then 'open' else 'withdrawn' end
     where id = $1`,
    [flag.flagId, flag.score, flag.verdictSuggestion, flag.withdrawnBy],
  );
}
