import type { BriefingCase, BriefingContent, BriefingProposal } from '@lamro/domain';

const UNMOVED: ReadonlySet<string> = new Set(['unchanged', 'refused', 'repeated']);

/** What the ledger gives reason to propose: late agencies, outlets that did not react, sources that fell silent. */
export function proposalsOf(
  cases: readonly BriefingCase[],
  outcomes: BriefingContent['outcomes'],
  silent: BriefingContent['silentSources'],
): BriefingProposal[] {
  const late = cases.filter((row) =>
    row.deadlines.some((deadline) => deadline.kept === false && deadline.metAt === null),
  );
  return [
    ...late.map((row) => ({ kind: 'remind-agency' as const, subject: row.leadAgency ?? '', detail: row.number })),
    ...outcomes
      .filter((row) => UNMOVED.has(row.outcome))
      .map((row) => ({ kind: 'follow-outlet' as const, subject: row.outlet, detail: row.caseNumber })),
    ...silent
      .filter((source) => source.alarm !== null)
      .map((source) => ({ kind: 'check-source' as const, subject: source.outlet, detail: source.url })),
  ];
}
