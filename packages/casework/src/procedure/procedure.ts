import type { Basis, Citation, Route, RouteQuery } from '@lamro/domain';

export interface DueDate {
  readonly dueAt: Date;
  /** How the date was counted, line by line, in Vietnamese. */
  readonly steps: unknown;
  readonly citation: unknown;
  readonly basis: Basis;
}

/** A province's law and internal rules as far as cases ask for them. */
export interface Procedure {
  /** Whether a leader approves each assignment before the agency sees it. */
  readonly assignmentApproval: boolean;
  /** The agency's Vietnamese name; null for an id that the profile does not have. */
  agencyName(id: string): string | null;
  /** @throws with a Vietnamese message where a person must first settle the query (an ambiguous place) */
  route(query: RouteQuery): Route;
  /** As `route`, but null where that throws. */
  tryRoute(query: RouteQuery): Route | null;
  hasRule(rule: string): boolean;
  deadline(rule: string, startsAt: Date): DueDate;
}

/** A clause list narrowed to what it is cited for. */
export function citationsFor(route: Route, purpose: string): readonly Citation[] {
  return route.citations.filter((citation) => citation.for === purpose);
}
