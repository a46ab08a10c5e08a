import type { Queryable } from '../../connection/connection.ts';
import type { RevisionOutcome } from './finish-revision.ts';

export interface RevisionView {
  readonly id: string;
  readonly askedAt: Date;
  /** Null while the version waits. */
  readonly doneAt: Date | null;
  readonly outcome: RevisionOutcome | null;
  readonly rulesBefore: string | null;
  readonly rulesAfter: string | null;
  /** Of what replaced nothing, because a person had decided: whether these rules raise a flag, and its score. */
  readonly foundRaised: boolean | null;
  readonly foundScore: number | null;
}

/** Each time a version was to be judged anew, newest first, at most twenty. */
export async function viewRevisions(
  db: Queryable,
  profile: string,
  versionId: string,
): Promise<readonly RevisionView[]> {
  const { rows } = await db.query<RevisionView>(
    `select id, asked_at as "askedAt", done_at as "doneAt", outcome, rules_before as "rulesBefore", rules_after as "rulesAfter",
       (found -> 'flag' ->> 'raised')::boolean as "foundRaised", (found -> 'flag' ->> 'score')::float as "foundScore"
     from judgement_revisions where profile = $1 and article_version_id = $2 order by id desc limit 20`,
    [profile, versionId],
  );
  return rows;
}
