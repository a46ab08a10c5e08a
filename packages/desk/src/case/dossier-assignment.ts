import { type CaseCommand, whileAnswering } from './command.ts';
import { agencyField, need, reasonField } from './form.ts';

/** Giving the dossier to another agency; who may depends on whether the province wants a leader behind assignments. */
export function dossierAssignment(byLeader: boolean): CaseCommand {
  return {
    id: 'assign-dossier',
    right: byLeader ? 'case.approve-assignment' : 'case.assign',
    concern: 'concerned',
    fits: whileAnswering,
    fields: (view, { row }, typed) => [
      agencyField(view, {
        id: 'assign-dossier-agency',
        name: 'agency',
        label: view.words.cases.fields.agency,
        value: typed['agency'] ?? row.dossierAgency ?? '',
        required: true,
      }),
      reasonField(view, 'assign-dossier', typed),
    ],
    run: (casework, actor, target, typed) =>
      casework.assignDossier(actor, { ...target, agency: need(typed, 'agency'), reason: need(typed, 'reason') }),
  };
}
