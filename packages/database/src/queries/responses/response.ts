import type { Response } from '@lamro/domain';

/** A version of a response as it stands in the ledger. */
export interface ResponseRow extends Response {
  readonly authorId: string;
  readonly authorAgency: string | null;
  readonly createdAt: Date;
  readonly submittedAt: Date | null;
  readonly approvedBy: string | null;
  readonly approvedAt: Date | null;
  readonly publicAt: Date | null;
}

/** Columns of {@link ResponseRow}, to be read from `responses r`. */
export const RESPONSE_COLUMNS = `r.id, r.profile, r.case_id as "caseId", r.language, r.number, r.title, r.body, r.state,
  r.author_id as "authorId", r.author_agency as "authorAgency", r.created_at as "createdAt",
  r.submitted_at as "submittedAt", r.approved_by as "approvedBy", r.approved_at as "approvedAt",
  r.public_at as "publicAt"`;
