export interface SpokespersonRow {
  readonly id: string;
  readonly profile: string;
  readonly agency: string;
  readonly name: string;
  readonly post: string;
  readonly ground: 'head' | 'appointed' | 'delegated';
  readonly documentNumber: string | null;
  /** Local days, both inclusive; no end where the office lasts. */
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly accountId: string | null;
  readonly endedAt: Date | null;
}

/** Columns of {@link SpokespersonRow}, to be read from `spokespersons p`. */
export const SPOKESPERSON_COLUMNS = `p.id, p.profile, p.agency, p.name, p.post, p.ground,
  p.document_number as "documentNumber", p.valid_from::text as "validFrom", p.valid_to::text as "validTo",
  p.account_id as "accountId", p.ended_at as "endedAt"`;
