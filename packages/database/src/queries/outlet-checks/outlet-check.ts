import type { OutletOutcome } from '@lamro/domain';

export interface OutletCheckRow {
  readonly id: string;
  readonly profile: string;
  readonly caseId: string;
  readonly articleId: string;
  readonly dueAt: Date;
  readonly state: 'waiting' | 'proposed' | 'confirmed' | 'cancelled';
  readonly beforeVersionId: string;
  readonly afterVersionId: string | null;
  readonly proposedOutcome: OutletOutcome | null;
  readonly outcome: OutletOutcome | null;
}

/** Columns of {@link OutletCheckRow}, to be read from `outlet_checks k`. */
export const OUTLET_CHECK_COLUMNS = `k.id, k.profile, k.case_id as "caseId", k.article_id as "articleId",
  k.due_at as "dueAt", k.state, k.before_version_id as "beforeVersionId", k.after_version_id as "afterVersionId",
  k.proposed_outcome as "proposedOutcome", k.outcome`;
