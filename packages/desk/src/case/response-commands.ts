import { LANGUAGES } from '@lamro/domain';
import { languageName } from '@lamro/wording';
import { html } from 'hono/html';
import { z } from 'zod';
import { InvalidForm } from '../desk/refusals.ts';
import { areaField, checkbox, selectField, textField } from '../page/field.ts';
import { type CaseCommand, from } from './command.ts';
import { need, reasonField, typedText } from './form.ts';

const language = z.enum(LANGUAGES);

/** Drafting, commenting, submitting and approving the response. */
export const responseCommands: readonly CaseCommand[] = [
  {
    id: 'draft',
    right: 'case.draft',
    concern: 'lead',
    fits: from('draft'),
    fields: (view, { responses, row }, typed) => {
      const { fields } = view.words.cases;
      const latest = responses.find((response) => response.language === (typed['language'] ?? 'vi'));
      return [
        selectField({
          id: 'draft-language',
          name: 'language',
          label: fields.language,
          value: typed['language'] ?? 'vi',
          choices: LANGUAGES.map((code) => ({ value: code, label: languageName(code, view.locale) })),
        }),
        textField({
          id: 'draft-title',
          name: 'title',
          label: fields.draftTitle,
          required: true,
          value: typed['title'] ?? latest?.title ?? row.title,
        }),
        areaField({
          id: 'draft-body',
          name: 'body',
          label: fields.body,
          rows: 12,
          required: true,
          value: typed['body'] ?? latest?.body ?? '',
        }),
      ];
    },
    run: (casework, actor, target, typed) => {
      const chosen = language.safeParse(typed['language']);
      if (!chosen.success) throw new InvalidForm(['language']);
      return casework.draft(actor, {
        ...target,
        language: chosen.data,
        title: need(typed, 'title'),
        body: need(typed, 'body'),
      });
    },
  },
  {
    id: 'submit',
    right: 'case.submit',
    concern: 'lead',
    fits: from('submit'),
    fields: (view, _content, typed) => [
      noteField(view.words.cases.fields.note, 'submit', typed['note']),
      checkbox({
        id: 'submit-acknowledge',
        name: 'acknowledge',
        value: 'yes',
        label: view.words.cases.fields.acknowledge,
        checked: typed['acknowledge'] === 'yes',
      }),
    ],
    run: (casework, actor, target, typed) =>
      casework.submit(actor, {
        ...target,
        note: typedText(typed, 'note'),
        acknowledge: typed['acknowledge'] === 'yes',
      }),
  },
  {
    id: 'approve',
    right: 'case.approve',
    concern: 'lead',
    fits: from('approve'),
    fields: (view, _content, typed) => noteField(view.words.cases.fields.note, 'approve', typed['note']),
    run: (casework, actor, target, typed) => casework.approve(actor, { ...target, note: typedText(typed, 'note') }),
  },
  {
    id: 'send-back',
    right: 'case.send-back',
    concern: 'lead',
    fits: from('send-back'),
    fields: (view, _content, typed) => reasonField(view, 'send-back', typed),
    run: (casework, actor, target, typed) => casework.sendBack(actor, { ...target, reason: need(typed, 'reason') }),
  },
  {
    id: 'comment',
    right: 'case.comment',
    concern: 'dossier',
    fits: ({ responses, state }) => responses.length > 0 && state !== 'closed',
    fields: (view, { responses }, typed) => [
      selectField({
        id: 'comment-response',
        name: 'response',
        label: view.words.cases.responses,
        value: typed['response'] ?? responses[0]?.id ?? '',
        choices: responses.map(({ id, language, number }) => ({
          value: id,
          label: `${view.words.cases.draftNumber(String(number))} · ${languageName(language, view.locale)}`,
        })),
      }),
      areaField({
        id: 'comment-body',
        name: 'body',
        label: view.words.cases.fields.comment,
        rows: 3,
        required: true,
        value: typed['body'] ?? '',
      }),
    ],
    run: (casework, actor, target, typed) =>
      casework.comment(actor, { ...target, responseId: need(typed, 'response'), body: need(typed, 'body') }),
  },
];

function noteField(label: string, command: string, value: string | undefined) {
  return html`${areaField({ id: `${command}-note`, name: 'note', label, rows: 2, value: value ?? '' })}`;
}
