import { DOSSIER_SECTIONS } from '@lamro/casework';
import { html } from 'hono/html';
import { z } from 'zod';
import { InvalidForm } from '../desk/refusals.ts';
import { areaField, fileField, selectField, textField } from '../page/field.ts';
import { type CaseCommand, notClosed, whileAnswering } from './command.ts';
import type { CaseContent } from './content.ts';
import { agencyField, need, reasonField, typedText } from './form.ts';

const section = z.enum(DOSSIER_SECTIONS);

function dossierTask({ assignments }: CaseContent, ...states: readonly string[]) {
  return assignments.some(({ task, state }) => task === 'dossier' && states.includes(state));
}

/** Files, and the dossier that proves the answer. */
export const dossierCommands: readonly CaseCommand[] = [
  {
    id: 'attach-file',
    right: 'case.attach-file',
    concern: 'concerned',
    fits: notClosed,
    file: true,
    fields: (view) => {
      const { fields } = view.words.cases;
      return fileField({
        id: 'attach-file-file',
        name: 'file',
        label: fields.file,
        hint: fields.fileHint,
        required: true,
      });
    },
    run: async (casework, actor, target, _typed, file) => {
      if (file === null) throw new InvalidForm(['file']);
      return casework.attachFile(actor, { ...target, fileName: file.name, bytes: await file.bytes() });
    },
  },
  {
    id: 'certify-file',
    right: 'case.certify-file',
    concern: 'dossier',
    fits: ({ files }) => files.some((file) => !file.readable && file.certifiedAt === null),
    fields: (view, { files }, typed) => [
      selectField({
        id: 'certify-file-file',
        name: 'attachment',
        label: view.words.cases.fields.file,
        required: true,
        value: typed['attachment'] ?? '',
        choices: files
          .filter((file) => !file.readable && file.certifiedAt === null)
          .map(({ id, fileName }) => ({ value: id, label: fileName })),
      }),
      reasonField(view, 'certify-file', typed),
    ],
    run: (casework, actor, target, typed) =>
      casework.certifyFile(actor, {
        ...target,
        attachmentId: need(typed, 'attachment'),
        reason: need(typed, 'reason'),
      }),
  },
  {
    id: 'accept-dossier',
    right: 'case.accept',
    concern: 'builder',
    fits: (content) => whileAnswering(content) && dossierTask(content, 'open'),
    fields: () => html``,
    run: (casework, actor, target) => casework.acceptDossier(actor, target),
  },
  {
    id: 'return-dossier',
    right: 'case.return',
    concern: 'builder',
    fits: (content) => whileAnswering(content) && dossierTask(content, 'open', 'accepted'),
    fields: (view, _content, typed) => [
      agencyField(view, {
        id: 'return-dossier-agency',
        name: 'rightAgency',
        label: view.words.cases.fields.returnTo,
        value: typed['rightAgency'] ?? '',
        required: true,
      }),
      reasonField(view, 'return-dossier', typed),
    ],
    run: (casework, actor, target, typed) =>
      casework.returnDossier(actor, {
        ...target,
        rightAgency: need(typed, 'rightAgency'),
        reason: need(typed, 'reason'),
      }),
  },
  {
    id: 'add-dossier-item',
    right: 'case.build-dossier',
    concern: 'dossier',
    fits: whileAnswering,
    fields: (view, { files }, typed) => {
      const { cases, terms } = view.words;
      return [
        selectField({
          id: 'dossier-section',
          name: 'section',
          label: cases.fields.section,
          required: true,
          value: typed['section'] ?? 'facts',
          choices: DOSSIER_SECTIONS.map((value) => ({ value, label: terms.dossierSections[value] })),
        }),
        areaField({
          id: 'dossier-body',
          name: 'body',
          label: cases.fields.note,
          rows: 4,
          required: true,
          value: typed['body'] ?? '',
        }),
        textField({
          id: 'dossier-url',
          name: 'sourceUrl',
          type: 'url',
          label: cases.fields.sourceUrl,
          value: typed['sourceUrl'] ?? '',
        }),
        selectField({
          id: 'dossier-file',
          name: 'attachment',
          label: cases.fields.file,
          none: cases.fields.choose,
          value: typed['attachment'] ?? '',
          choices: files.map(({ id, fileName }) => ({ value: id, label: fileName })),
        }),
      ];
    },
    run: (casework, actor, target, typed) => {
      const chosen = section.safeParse(typed['section']);
      if (!chosen.success) throw new InvalidForm(['section']);
      return casework.addDossierItem(actor, {
        ...target,
        section: chosen.data,
        body: need(typed, 'body'),
        sourceUrl: typedText(typed, 'sourceUrl'),
        attachmentId: typedText(typed, 'attachment'),
      });
    },
  },
  {
    id: 'finish-dossier',
    right: 'case.build-dossier',
    concern: 'dossier',
    fits: whileAnswering,
    fields: () => html``,
    run: (casework, actor, target) => casework.finishDossier(actor, target),
  },
];
