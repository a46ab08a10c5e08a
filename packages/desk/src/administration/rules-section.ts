import type { RuleSetView } from '@lamro/casework';
import { MOST_COUNTED } from '@lamro/database';
import { formatNumber } from '@lamro/wording';
import { html } from 'hono/html';
import { allowed } from '../desk/allow.ts';
import type { SignedView } from '../desk/view.ts';
import { askFirst, postForm, selectField } from '../page/field.ts';
import { facts, type Html, section } from '../page/parts.ts';

/** The rules in force, how many articles were judged by others, and a form that has them judged anew. */
export function rulesSection(view: SignedView, { ruleSet, older, waiting, failed }: RuleSetView): Html {
  const { judging: words } = view.words;
  const count = (value: number) => {
    const shown = formatNumber(value, view.locale);
    return value < MOST_COUNTED ? shown : words.orMore(shown);
  };
  return section(
    'rules',
    words.rules,
    html`${facts([
      [words.rules, html`<code>${ruleSet}</code>`],
      [words.older, count(older)],
      [words.inQueue, count(waiting)],
      [words.failed, count(failed)],
    ])}${allowed(view.actor, 'press.replay') ? manyForm(view) : ''}`,
  );
}

function manyForm(view: SignedView): Html {
  const { judging: words } = view.words;
  const choices = Object.entries(words.kinds).map(([value, label]) => ({ value, label }));
  const form = postForm(view, '/administration/models/judge', [
    selectField({ id: 'judged', name: 'judged', label: words.which, choices }),
    html`<div class="buttons"><button type="submit">${words.many}</button></div>`,
  ]);
  return askFirst(words.many, words.manyQuestion, form);
}
