export interface BriefingRow {
  readonly id: string;
  readonly profile: string;
  readonly periodFrom: Date;
  readonly periodTo: Date;
  readonly label: string;
  readonly edition: number;
  readonly state: 'draft' | 'issued';
  /** A `BriefingContent`; parsed by the reader. */
  readonly content: unknown;
  readonly version: number;
  readonly createdBy: string;
  readonly issuedAt: Date | null;
  readonly issuedBy: string | null;
  readonly eventRoot: string | null;
  readonly number: number | null;
  readonly signer: string | null;
}

/** Columns of {@link BriefingRow}, to be read from `briefings b`. */
export const BRIEFING_COLUMNS = `b.id, b.profile, b.period_from as "periodFrom", b.period_to as "periodTo", b.label,
  b.edition, b.state, b.content, b.version, b.created_by as "createdBy", b.issued_at as "issuedAt",
  b.issued_by as "issuedBy", b.event_root as "eventRoot", b.document_number as number, b.signer`;

/** A span of time of one province: `from` inclusive, `to` exclusive. */
export interface Span {
  readonly profile: string;
  readonly from: Date;
  readonly to: Date;
}
