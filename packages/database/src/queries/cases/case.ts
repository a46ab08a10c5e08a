import type { CaseState, Origin } from '@lamro/domain';

export interface CaseRow {
  readonly id: string;
  readonly profile: string;
  readonly number: string;
  readonly title: string;
  readonly state: CaseState;
  readonly storyId: string | null;
  readonly origin: Origin;
  /** A `Route` as it stood when the case was routed; parsed by the reader. */
  readonly route: unknown;
  readonly leadAgency: string | null;
  readonly dossierAgency: string | null;
  readonly version: number;
  readonly openedBy: string;
  readonly openedAt: Date;
  readonly closedAt: Date | null;
  readonly closeKind: 'answered' | 'no-response' | 'retracted' | null;
}

/** Columns of {@link CaseRow}, to be read from `cases c`. */
export const CASE_COLUMNS = `c.id, c.profile, c.number, c.title, c.state, c.story_id as "storyId", c.origin, c.route,
  c.lead_agency as "leadAgency", c.dossier_agency as "dossierAgency", c.version, c.opened_by as "openedBy",
  c.opened_at as "openedAt", c.closed_at as "closedAt", c.close_kind as "closeKind"`;
