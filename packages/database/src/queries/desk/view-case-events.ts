import type { Queryable } from '../../connection/connection.ts';

export interface CaseEventView {
  readonly seq: number;
  readonly at: Date;
  readonly command: string;
  readonly actor: string;
  readonly actorRole: string;
  readonly actorAgency: string | null;
  readonly fromState: string | null;
  readonly toState: string;
  readonly reason: string | null;
  readonly hash: string;
}

/** The chain of a case, first event first, with the free words that stand beside it. */
export async function viewCaseEvents(
  db: Queryable,
  profile: string,
  caseId: string,
): Promise<readonly CaseEventView[]> {
  const { rows } = await db.query<CaseEventView>(
    `select e.seq, e.at, e.command, coalesce(u."name", e.actor_id) as actor, e.actor_role as "actorRole",
       e.actor_agency as "actorAgency", e.from_state as "fromState", e.to_state as "toState", t.body as reason, e.hash
     from case_events e left join case_texts t on t.id = e.reason_text_id
     left join identity."user" u on u."id" = e.actor_id
     where e.profile = $1 and e.case_id = $2 order by e.seq`,
    [profile, caseId],
  );
  return rows;
}
