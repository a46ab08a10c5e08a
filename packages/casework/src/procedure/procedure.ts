import type { Basis, Citation, IssuingOffice, Route, RouteQuery } from '@lamro/domain';
import type { ReportingDuty, ReportingOccasion } from '../report/duty.ts';

export interface DueDate {
  readonly dueAt: Date;
  /** How the date was counted, line by line, in Vietnamese. */
  readonly steps: readonly string[];
  readonly citation: Citation | null;
  readonly basis: Basis;
}

/** More time, in the unit of the rule. */
export interface Extension {
  readonly amount: number;
  readonly reason: string;
}

/** An hour of the week, e.g. weekday 5, time `15:00`. */
export interface BriefingHour {
  /** 1 is Monday, 7 Sunday. */
  readonly weekday: number;
  readonly time: string;
}

/** A province's law and internal rules as far as cases ask for them. */
export interface Procedure {
  /** Whether a leader approves each assignment before the agency sees it. */
  readonly assignmentApproval: boolean;
  /** The agency's Vietnamese name; null for an id that the profile does not have. */
  agencyName(id: string): string | null;
  /** @throws QueryError where a person must first settle the query (an ambiguous place) */
  route(query: RouteQuery): Route;
  /** As `route`, but null where that throws. */
  tryRoute(query: RouteQuery): Route | null;
  hasRule(rule: string): boolean;
  /** What a deadline is called; the rule itself where the profile no longer has it. */
  ruleName(rule: string): string;
  /** When the week's briefing is drawn up: day of the week from Monday (1), and hour of the day in Vietnam. */
  readonly briefingAt: BriefingHour;
  /** Reports of a year, half a year or on request that the regulation asks for. */
  readonly reportDuties: readonly ReportingDuty[];
  /** When they are due in a year, in order; those on request have no day. */
  reportOccasions(year: number): readonly ReportingOccasion[];
  /** The body under whose name documents leave. */
  readonly office: IssuingOffice;
  /** @throws CommandRefused `invalid-input` where the rule may not be extended or the day is outside the regulation */
  deadline(rule: string, startsAt: Date, extensions?: readonly Extension[]): DueDate;
  /** Names of two and more words of the province's units, without their kind. */
  readonly placeNames: readonly string[];
  /** The clauses of a route as officials cite them, with the regulation's number. */
  legalGround(route: Route): readonly string[];
}

/** A clause list narrowed to what it is cited for. */
export function citationsFor(route: Route, purpose: string): readonly Citation[] {
  return route.citations.filter((citation) => citation.for === purpose);
}
