import { termOf } from '@lamro/wording';
import { areaField, selectField, textField } from '../page/field.ts';
import { type CaseCommand, notClosed, whileAnswering } from './command.ts';
import type { CaseContent } from './content.ts';
import { agencyField, need, reasonField } from './form.ts';

function askedOpinions({ assignments }: CaseContent) {
  return assignments.filter(({ task, state }) => task === 'opinion' && (state === 'open' || state === 'accepted'));
}

function runningClocks({ deadlines }: CaseContent) {
  return deadlines.filter(({ metAt, cancelledAt }) => metAt === null && cancelledAt === null);
}

function standingReleases({ releases }: CaseContent) {
  return releases.filter(({ withdrawnAt }) => withdrawnAt === null);
}

/** What runs beside the main line: opinions, extensions, republications, and taking a release back. */
export const besideCommands: readonly CaseCommand[] = [
  {
    id: 'request-opinion',
    right: 'case.request-opinion',
    concern: 'lead',
    fits: whileAnswering,
    fields: (view, _content, typed) => {
      const { fields } = view.words.cases;
      return [
        agencyField(view, {
          id: 'opinion-agency',
          name: 'agency',
          label: fields.agency,
          value: typed['agency'] ?? '',
          required: true,
        }),
        areaField({
          id: 'opinion-question',
          name: 'question',
          label: fields.question,
          rows: 3,
          required: true,
          value: typed['question'] ?? '',
        }),
      ];
    },
    run: (casework, actor, target, typed) =>
      casework.requestOpinion(actor, { ...target, agency: need(typed, 'agency'), question: need(typed, 'question') }),
  },
  {
    id: 'give-opinion',
    right: 'case.give-opinion',
    concern: 'concerned',
    fits: (content) => whileAnswering(content) && askedOpinions(content).length > 0,
    fields: (view, content, typed) => [
      selectField({
        id: 'give-opinion-task',
        name: 'assignment',
        label: view.words.cases.fields.agency,
        required: true,
        value: typed['assignment'] ?? '',
        choices: askedOpinions(content).map(({ id, agency, instruction }) => ({
          value: id,
          label: `${view.profile.agencies.get(agency)?.name ?? agency}: ${instruction ?? ''}`,
        })),
      }),
      areaField({
        id: 'give-opinion-text',
        name: 'opinion',
        label: view.words.cases.fields.opinion,
        rows: 5,
        required: true,
        value: typed['opinion'] ?? '',
      }),
    ],
    run: (casework, actor, target, typed) =>
      casework.giveOpinion(actor, {
        ...target,
        assignmentId: need(typed, 'assignment'),
        opinion: need(typed, 'opinion'),
      }),
  },
  {
    id: 'extend',
    right: 'case.extend',
    concern: 'concerned',
    fits: (content) => runningClocks(content).length > 0,
    fields: (view, content, typed) => [
      selectField({
        id: 'extend-deadline',
        name: 'deadline',
        label: view.words.cases.due,
        required: true,
        value: typed['deadline'] ?? '',
        choices: runningClocks(content).map(({ id, rule }) => ({
          value: id,
          label: view.profile.deadlines.find((entry) => entry.rule === rule)?.label ?? rule,
        })),
      }),
      textField({
        id: 'extend-amount',
        name: 'amount',
        label: view.words.cases.fields.amount,
        required: true,
        value: typed['amount'] ?? '',
      }),
      reasonField(view, 'extend', typed),
    ],
    run: (casework, actor, target, typed) =>
      casework.extend(actor, {
        ...target,
        deadlineId: need(typed, 'deadline'),
        amount: Number(need(typed, 'amount')),
        reason: need(typed, 'reason'),
      }),
  },
  {
    id: 'attach-republication',
    right: 'case.attach-republication',
    concern: 'concerned',
    fits: notClosed,
    fields: (view, _content, typed) => {
      const { fields } = view.words.cases;
      return [
        textField({
          id: 'republication-article',
          name: 'article',
          label: fields.articleId,
          required: true,
          value: typed['article'] ?? '',
        }),
        areaField({
          id: 'republication-quote',
          name: 'quote',
          label: fields.quote,
          rows: 3,
          required: true,
          value: typed['quote'] ?? '',
        }),
      ];
    },
    run: (casework, actor, target, typed) =>
      casework.attachRepublication(actor, {
        ...target,
        articleId: need(typed, 'article'),
        quote: need(typed, 'quote'),
      }),
  },
  {
    id: 'withdraw-release',
    right: 'case.withdraw-release',
    concern: 'lead',
    grave: true,
    fits: (content) => content.state !== 'retracted' && standingReleases(content).length > 0,
    fields: (view, content, typed) => [
      selectField({
        id: 'withdraw-release-id',
        name: 'release',
        label: view.words.cases.fields.release,
        required: true,
        value: typed['release'] ?? '',
        choices: standingReleases(content).map(({ id, channel, releasedBy }) => ({
          value: id,
          label: `${termOf(view.words.terms.channels, channel)} · ${releasedBy}`,
        })),
      }),
      reasonField(view, 'withdraw-release', typed),
    ],
    run: (casework, actor, target, typed) =>
      casework.withdrawRelease(actor, { ...target, releaseId: need(typed, 'release'), reason: need(typed, 'reason') }),
  },
];
