import type { Profile } from '@lamro/profiles';
import type { SignedView } from '../desk/view.ts';
import { type CitedRule, clauseHelp } from '../page/clause-help.ts';
import type { Html } from '../page/parts.ts';
import type { CaseCommand } from './command.ts';

type Step = 'lead' | 'answer' | 'release' | 'dossier' | 'opinion' | 'clock' | 'follow' | 'end';

const STEP_OF: Readonly<Partial<Record<CaseCommand['id'], Step>>> = {
  'request-assignment': 'lead',
  assign: 'lead',
  'approve-assignment': 'lead',
  'reject-assignment': 'lead',
  accept: 'lead',
  return: 'lead',
  draft: 'answer',
  comment: 'answer',
  submit: 'answer',
  'send-back': 'answer',
  approve: 'answer',
  release: 'release',
  'withdraw-release': 'release',
  'publish-clarification': 'release',
  'assign-dossier': 'dossier',
  'accept-dossier': 'dossier',
  'return-dossier': 'dossier',
  'add-dossier-item': 'dossier',
  'finish-dossier': 'dossier',
  'attach-file': 'dossier',
  'request-opinion': 'opinion',
  'give-opinion': 'opinion',
  extend: 'clock',
  'attach-republication': 'follow',
  'request-check': 'follow',
  'confirm-outcome': 'follow',
  'record-outcome': 'follow',
  close: 'end',
  'close-without-response': 'end',
  reopen: 'end',
};

/** The clauses behind a command on a case, for who is about to give it. */
export function stepHelp(view: SignedView, command: CaseCommand, origin: string): Html {
  const step = STEP_OF[command.id];
  return step === undefined ? clauseHelp(view, []) : clauseHelp(view, rulesOf(view.profile, step, origin));
}

function rulesOf(
  { routing, content, channels, deadlines, watch }: Profile,
  step: Step,
  origin: string,
): readonly CitedRule[] {
  const ofOrigin = <Rule extends { readonly origin: string }>(rules: readonly Rule[]) =>
    rules.filter((rule) => rule.origin === 'any' || rule.origin === origin);
  switch (step) {
    case 'lead':
      return [routing.lead, ...ofOrigin(routing.leadByOrigin)];
    case 'answer':
      return [routing.lead, ...content];
    case 'release':
      return [
        ...channels
          .filter(({ open }) => open)
          .map(({ clauses, who, condition }) => ({
            clauses,
            summary: [who, condition].filter((part) => part !== '').join(': '),
          })),
        ...content,
      ];
    case 'dossier':
      return [routing.dossier];
    case 'opinion':
      return [routing.coordination];
    case 'clock':
      return deadlines.flatMap(({ clause, summary }) => (clause === null ? [] : [{ clauses: [clause], summary }]));
    case 'follow':
      return ofOrigin(watch);
    case 'end':
      return ofOrigin(routing.notify);
  }
}
