export interface PeriodReportRow {
  readonly id: string;
  readonly profile: string;
  readonly duty: string;
  readonly label: string;
  readonly state: 'draft' | 'issued';
  /** A `PeriodReportContent`; parsed by the reader. */
  readonly content: unknown;
  readonly version: number;
  readonly createdAt: Date;
  readonly issuedAt: Date | null;
  readonly issuedBy: string | null;
  readonly number: number | null;
  readonly signer: string | null;
}

/** Columns of {@link PeriodReportRow}, to be read from `period_reports p`. */
export const PERIOD_REPORT_COLUMNS = `p.id, p.profile, p.duty, p.label, p.state, p.content, p.version, p.created_at as "createdAt",
  p.issued_at as "issuedAt", p.issued_by as "issuedBy", p.document_number as number, p.signer`;
