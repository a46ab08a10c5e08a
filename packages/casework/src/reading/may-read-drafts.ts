import { type Actor, may } from '@lamro/access';

/** The agencies by which a case is read. */
export interface CaseAgencies {
  readonly leadAgency: string | null;
  readonly dossierAgency: string | null;
}

/**
 * Whether somebody may see a case's drafts, dossier and files: those of the answering and the dossier-building agency, and who
 * is above them.
 */
export function mayReadDrafts(actor: Actor, row: CaseAgencies & { readonly profile: string }): boolean {
  const agencies = [row.leadAgency, row.dossierAgency].filter((agency) => agency !== null);
  return may(actor, 'case.read-drafts', { profile: row.profile, agencies }).allowed;
}
