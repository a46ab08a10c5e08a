import { OUTLET_OUTCOMES, outletOutcomeSchema } from '@lamro/domain';
import { InvalidForm } from '../desk/refusals.ts';
import type { SignedView } from '../desk/view.ts';
import { areaField, type Choice, selectField } from '../page/field.ts';
import type { Html } from '../page/parts.ts';
import { afterRelease, type CaseCommand, from, type Typed } from './command.ts';
import type { CaseContent } from './content.ts';
import { need, reasonField, typedText } from './form.ts';

/** What outlets did, and the end of a case. */
export const outcomeCommands: readonly CaseCommand[] = [
  {
    id: 'record-outcome',
    right: 'case.confirm-outcome',
    concern: 'concerned',
    fits: afterRelease,
    fields: (view, content, typed) => [
      articleField(view, content, typed, 'record'),
      outcomeField(view, 'record', typed['outcome'] ?? ''),
      areaField({
        id: 'record-note',
        name: 'note',
        label: view.words.cases.fields.note,
        rows: 2,
        required: true,
        value: typed['note'] ?? '',
      }),
      ...answerFields(view, content, typed),
    ],
    run: (casework, actor, target, typed) =>
      casework.recordOutcome(actor, {
        ...target,
        articleId: need(typed, 'article'),
        outcome: outcomeOf(typed),
        note: need(typed, 'note'),
        attachmentId: typedText(typed, 'attachment'),
        releaseId: typedText(typed, 'request'),
      }),
  },
  {
    id: 'request-check',
    right: 'case.request-check',
    concern: 'concerned',
    fits: afterRelease,
    fields: (view, content, typed) => articleField(view, content, typed, 'check'),
    run: (casework, actor, target, typed) =>
      casework.requestCheck(actor, { ...target, articleId: need(typed, 'article') }),
  },
  {
    id: 'close',
    right: 'case.close',
    concern: 'lead',
    fits: from('close'),
    grave: true,
    fields: (view, _content, typed) => reasonField(view, 'close', typed, 'reason', false),
    run: (casework, actor, target, typed) => casework.close(actor, { ...target, reason: typedText(typed, 'reason') }),
  },
  {
    id: 'close-without-response',
    right: 'case.close-without-response',
    concern: 'lead',
    fits: from('close-without-response'),
    grave: true,
    fields: (view, _content, typed) => {
      const { fields } = view.words.cases;
      return [
        areaField({
          id: 'no-reach',
          name: 'reach',
          label: fields.reach,
          rows: 2,
          required: true,
          value: typed['reach'] ?? '',
        }),
        areaField({
          id: 'no-amplify',
          name: 'amplification',
          label: fields.amplify,
          rows: 2,
          required: true,
          value: typed['amplification'] ?? '',
        }),
        reasonField(view, 'no', typed),
      ];
    },
    run: (casework, actor, target, typed) =>
      casework.closeWithoutResponse(actor, {
        ...target,
        reach: need(typed, 'reach'),
        amplification: need(typed, 'amplification'),
        reason: need(typed, 'reason'),
      }),
  },
  {
    id: 'reopen',
    right: 'case.reopen',
    concern: 'lead',
    fits: from('reopen'),
    fields: (view, _content, typed) => reasonField(view, 'reopen', typed),
    run: (casework, actor, target, typed) => casework.reopen(actor, { ...target, reason: need(typed, 'reason') }),
  },
];

/** Stands beside each proposed outcome, not among the other forms: it says which check it confirms. */
export const confirmOutcomeCommand: CaseCommand = {
  id: 'confirm-outcome',
  right: 'case.confirm-outcome',
  concern: 'concerned',
  fits: afterRelease,
  fields: (view, _content, typed) => outcomeField(view, `confirm-${typed['check'] ?? ''}`, typed['outcome'] ?? ''),
  run: (casework, actor, target, typed) =>
    casework.confirmOutcome(actor, {
      ...target,
      checkId: need(typed, 'check'),
      outcome: outcomeOf(typed),
      note: typedText(typed, 'note'),
    }),
};

function outcomeField(view: SignedView, id: string, value: string): Html {
  return selectField({
    id: `${id}-outcome`,
    name: 'outcome',
    label: view.words.cases.fields.outcome,
    none: view.words.cases.fields.choose,
    required: true,
    value,
    choices: OUTLET_OUTCOMES.map((outcome) => ({ value: outcome, label: view.words.terms.outcomes[outcome] })),
  });
}

/** The outlet's letter, and the correction request that it answers; only where there is one to choose. */
function answerFields(view: SignedView, { files, releases }: CaseContent, typed: Typed): readonly Html[] {
  const { fields } = view.words.cases;
  const requests = releases.filter(({ channel }) => channel === 'correction-request');
  const choose = (name: string, label: string, choices: readonly Choice[]) =>
    choices.length === 0
      ? []
      : [
          selectField({
            id: `record-${name}`,
            name,
            label,
            none: fields.choose,
            value: typed[name] ?? '',
            choices,
          }),
        ];
  return [
    ...choose(
      'request',
      fields.correctionRequest,
      requests.map(({ id, releasedBy }) => ({ value: id, label: `#${id} · ${releasedBy}` })),
    ),
    ...choose(
      'attachment',
      fields.outletLetter,
      files.map(({ id, fileName }) => ({ value: id, label: fileName })),
    ),
  ];
}

function articleField(view: SignedView, { articles }: CaseContent, typed: Typed, id: string): Html {
  return selectField({
    id: `${id}-article`,
    name: 'article',
    label: view.words.cases.fields.article,
    required: true,
    value: typed['article'] ?? articles[0]?.articleId ?? '',
    choices: articles.map(({ articleId, title, outlet }) => ({ value: articleId, label: `${outlet}: ${title}` })),
  });
}

function outcomeOf(typed: Typed) {
  const outcome = outletOutcomeSchema.safeParse(typed['outcome']);
  if (!outcome.success) throw new InvalidForm(['outcome']);
  return outcome.data;
}
