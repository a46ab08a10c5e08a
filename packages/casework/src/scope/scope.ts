import { type CaseRow, changeCase, findLastEvent, insertCaseText, insertEvent, type Queryable } from '@lamro/database';
import { type CaseState, type Route, routeSchema } from '@lamro/domain';
import { CHAIN_START, hashEvent, sha256 } from '../event/chain.ts';
import type { Procedure } from '../procedure/procedure.ts';
import type { Author } from './author.ts';

/** One locked case inside one transaction. Whoever holds it is alone with the case. */
export interface Scope {
  readonly db: Queryable;
  readonly row: CaseRow;
  readonly route: Route;
  readonly procedure: Procedure;
  readonly author: Author;
  readonly at: Date;
}

/** Ids by which an event can be followed up; never words. */
export type EvidenceIds = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/** What a command did to its case. */
export interface Effect {
  readonly command: string;
  /** Where the case goes; absent when it stays. */
  readonly toState?: CaseState;
  readonly reason?: string | undefined;
  readonly evidence?: EvidenceIds;
  readonly leadAgency?: string | null;
  readonly dossierAgency?: string | null;
  readonly close?: { readonly kind: 'answered' | 'no-response' | 'retracted' };
}

export interface CaseResult {
  readonly caseId: string;
  readonly number: string;
  readonly state: CaseState;
  /** To be sent back as `expectedVersion` with the next command. */
  readonly version: number;
  /** Place of the event in the case's chain. */
  readonly seq: number;
}

export function openScope(db: Queryable, row: CaseRow, procedure: Procedure, author: Author, at: Date): Scope {
  return { db, row, route: routeSchema.parse(row.route), procedure, author, at };
}

/** Stores words that belong to a case and returns their id and hash. */
export async function keepText(scope: Scope, body: string): Promise<{ id: string; sha256: string }> {
  const hash = sha256(body);
  const { id: caseId, profile } = scope.row;
  const text = { profile, caseId, body, sha256: hash, writtenBy: scope.author.id, at: scope.at };
  return { id: await insertCaseText(scope.db, text), sha256: hash };
}

/** Writes what a command did: the case's new version, and the next link of its chain. */
export async function record(scope: Scope, effect: Effect): Promise<CaseResult> {
  const { db, row, at } = scope;
  const toState = effect.toState ?? row.state;
  const reason = effect.reason === undefined ? null : await keepText(scope, effect.reason);
  const version = await changeCase(db, caseAfter(scope, effect, toState));
  const head = await findLastEvent(db, row.id);
  const content = {
    caseId: row.id,
    seq: (head?.seq ?? 0) + 1,
    profile: row.profile,
    at,
    command: effect.command,
    actorId: scope.author.id,
    actorRole: scope.author.role,
    actorAgency: scope.author.agency,
    fromState: head === null ? null : row.state,
    toState,
    reasonSha256: reason?.sha256 ?? null,
    evidence: effect.evidence ?? {},
    previousHash: head?.hash ?? CHAIN_START,
  };
  await insertEvent(db, { ...content, reasonTextId: reason?.id ?? null, hash: hashEvent(content) });
  return { caseId: row.id, number: row.number, state: toState, version, seq: content.seq };
}

function caseAfter(scope: Scope, effect: Effect, state: CaseState) {
  const { row, at } = scope;
  const closed = state === 'closed';
  return {
    id: row.id,
    state,
    leadAgency: effect.leadAgency === undefined ? row.leadAgency : effect.leadAgency,
    dossierAgency: effect.dossierAgency === undefined ? row.dossierAgency : effect.dossierAgency,
    closedAt: closed ? (row.closedAt ?? at) : null,
    closeKind: closed ? (effect.close?.kind ?? row.closeKind) : null,
  };
}

/** The same scope after a command's effect, for a second effect in the same transaction. */
export function after(scope: Scope, result: CaseResult): Scope {
  return { ...scope, row: { ...scope.row, state: result.state, version: result.version } };
}
