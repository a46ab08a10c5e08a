import type { Queryable } from '../../connection/connection.ts';

export interface BriefingLetterView {
  readonly id: string;
  readonly recipient: string;
  readonly state: string;
  readonly attempts: number;
  readonly detail: string | null;
  readonly finishedAt: Date | null;
}

/** Letters with a briefing and how each went. */
export async function viewBriefingLetters(db: Queryable, briefingId: string): Promise<readonly BriefingLetterView[]> {
  const { rows } = await db.query<BriefingLetterView>(
    `select d.id, r.name as recipient, d.state, d.attempts, d.detail, d.finished_at as "finishedAt"
     from deliveries d join briefing_recipients r on r.id = d.briefing_recipient_id
     where d.briefing_id = $1 order by r.name, d.id`,
    [briefingId],
  );
  return rows;
}
