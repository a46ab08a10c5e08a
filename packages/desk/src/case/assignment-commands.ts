import { html } from 'hono/html';
import { areaField } from '../page/field.ts';
import { type CaseCommand, from } from './command.ts';
import { agencyField, need, reasonField, typedText } from './form.ts';

/** Giving a case to an agency, and the agency's answer. */
export const assignmentCommands: readonly CaseCommand[] = [
  {
    id: 'assign',
    right: 'case.assign',
    concern: 'concerned',
    fits: from('assign'),
    fields: (view, { route }, typed) => {
      const { fields } = view.words.cases;
      return [
        agencyField(view, {
          id: 'assign-agency',
          name: 'agency',
          label: fields.agency,
          hint: fields.agencyHint,
          value: typed['agency'] ?? route.lead ?? '',
          required: true,
        }),
        areaField({
          id: 'assign-instruction',
          name: 'instruction',
          label: fields.instruction,
          rows: 3,
          value: typed['instruction'] ?? '',
        }),
        reasonField(view, 'assign', typed, 'reason', false),
      ];
    },
    run: (casework, actor, target, typed) =>
      casework.assign(actor, {
        ...target,
        agency: typedText(typed, 'agency'),
        instruction: typedText(typed, 'instruction'),
        reason: typedText(typed, 'reason'),
      }),
  },
  {
    id: 'approve-assignment',
    right: 'case.approve-assignment',
    concern: 'concerned',
    fits: from('approve-assignment'),
    fields: (view, _content, typed) => reasonField(view, 'approve-assignment', typed, 'note', false),
    run: (casework, actor, target, typed) =>
      casework.approveAssignment(actor, { ...target, note: typedText(typed, 'note') }),
  },
  {
    id: 'reject-assignment',
    right: 'case.approve-assignment',
    concern: 'concerned',
    fits: from('reject-assignment'),
    fields: (view, _content, typed) => reasonField(view, 'reject-assignment', typed),
    run: (casework, actor, target, typed) =>
      casework.rejectAssignment(actor, { ...target, reason: need(typed, 'reason') }),
  },
  {
    id: 'accept',
    right: 'case.accept',
    concern: 'lead',
    fits: from('accept'),
    fields: () => html``,
    run: (casework, actor, target) => casework.accept(actor, target),
  },
  {
    id: 'return',
    right: 'case.return',
    concern: 'lead',
    fits: from('return'),
    fields: (view, _content, typed) => [
      agencyField(view, {
        id: 'return-agency',
        name: 'rightAgency',
        label: view.words.cases.fields.returnTo,
        value: typed['rightAgency'] ?? '',
        required: true,
      }),
      reasonField(view, 'return', typed),
    ],
    run: (casework, actor, target, typed) =>
      casework.returnCase(actor, {
        ...target,
        rightAgency: need(typed, 'rightAgency'),
        reason: need(typed, 'reason'),
      }),
  },
];
