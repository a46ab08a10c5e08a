import type { Queryable } from '../../connection/connection.ts';

import type { EventRow } from './event.ts';

/** Appends one event. Its place in the chain is the caller's, who holds the case's lock. */
export async function insertEvent(db: Queryable, event: EventRow): Promise<void> {
  await db.query(
    `insert into case_events (case_id, seq, profile, at, command, actor_id, actor_role, actor_agency, from_state,
       to_state, reason_text_id, reason_sha256, evidence, previous_hash, hash)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      event.caseId,
      event.seq,
      event.profile,
      event.at,
      event.command,
      event.actorId,
      event.actorRole,
      event.actorAgency,
      event.fromState,
      event.toState,
      event.reasonTextId,
      event.reasonSha256,
      JSON.stringify(event.evidence),
      event.previousHash,
      event.hash,
    ],
  );
}
