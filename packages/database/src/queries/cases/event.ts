/** One link of a case's chain, as it was hashed. */
export interface EventRow {
  readonly caseId: string;
  readonly seq: number;
  readonly profile: string;
  readonly at: Date;
  readonly command: string;
  readonly actorId: string;
  readonly actorRole: string;
  readonly actorAgency: string | null;
  readonly fromState: string | null;
  readonly toState: string;
  readonly reasonTextId: string | null;
  readonly reasonSha256: string | null;
  readonly evidence: unknown;
  readonly previousHash: string;
  readonly hash: string;
}

/** Columns of {@link EventRow}, to be read from `case_events e`. */
export const EVENT_COLUMNS = `e.case_id as "caseId", e.seq, e.profile, e.at, e.command, e.actor_id as "actorId",
  e.actor_role as "actorRole", e.actor_agency as "actorAgency", e.from_state as "fromState", e.to_state as "toState",
  e.reason_text_id as "reasonTextId", e.reason_sha256 as "reasonSha256", e.evidence,
  e.previous_hash as "previousHash", e.hash`;
