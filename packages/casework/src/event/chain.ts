import { createHash } from 'node:crypto';
import type { EventRow } from '@lamro/database';

/** What stands before the first event of a case. */
export const CHAIN_START = '0'.repeat(64);

export type EventContent = Omit<EventRow, 'hash' | 'reasonTextId'>;

/**
 * The hash of one event: SHA-256 (lower-case hex) over its content as JSON with sorted keys, the previous hash included.
 * The words of a reason stand only as their own hash, so that they can be blanked without breaking the chain.
 */
export function hashEvent(event: EventContent): string {
  const { caseId, seq, profile, command, actorId, actorRole, actorAgency, fromState, toState } = event;
  const { reasonSha256, evidence, previousHash } = event;
  const at = event.at.toISOString();
  const content = {
    caseId,
    seq,
    profile,
    at,
    command,
    actorId,
    actorRole,
    actorAgency,
    fromState,
    toState,
    reasonSha256,
    evidence,
    previousHash,
  };
  return sha256(canonicalJson(content));
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** JSON with keys in code-unit order at every depth: PostgreSQL's jsonb returns keys in an order of its own. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${fields.map(([key, field]) => `${JSON.stringify(key)}:${canonicalJson(field)}`).join(',')}}`;
}
