export type DossierSection =
  | 'distorted-content'
  | 'spread'
  | 'impact'
  | 'facts'
  | 'legal-ground'
  | 'precedents'
  | 'message';

export interface DossierItemRow {
  readonly id: string;
  readonly section: DossierSection;
  readonly body: string;
  readonly recordId: string | null;
  readonly attachmentId: string | null;
  readonly releaseId: string | null;
  readonly sourceUrl: string | null;
  /** Written by the software from the evidence; nobody has looked at it yet. */
  readonly prefilled: boolean;
  readonly authorId: string;
  readonly authorAgency: string | null;
  readonly createdAt: Date;
}
