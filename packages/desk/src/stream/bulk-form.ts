import { VERDICTS } from '@lamro/domain';
import { html } from 'hono/html';
import { allowed } from '../desk/allow.ts';
import type { SignedView } from '../desk/view.ts';
import { areaField, hidden, postForm, selectField } from '../page/field.ts';
import type { Html } from '../page/parts.ts';

export const READING_ACTIONS = ['read', 'unread'] as const;
/** Confirming and releasing are left out on purpose: each is decided by itself, before its evidence. */
export const FLAG_ACTIONS = ['dismissed', 'needs-evidence', 'reopen'] as const;
export const BULK_ACTIONS = [...READING_ACTIONS, ...FLAG_ACTIONS] as const;
export type BulkAction = (typeof BULK_ACTIONS)[number];

/** The form that boxes of rows belong to from where they stand. */
const BULK_FORM = 'bulk';

/** The box by which one row is chosen. */
export function pickBox(view: SignedView, articleId: string, title: string): Html {
  return html`<span class="pick"><input type="checkbox" form="${BULK_FORM}" name="item[]" value="${articleId}" id="pick-${articleId}" data-pick><label class="visually-hidden" for="pick-${articleId}">${view.words.bulk.pick(title)}</label></span>`;
}

/** What may be done with the chosen rows. @param back where the person comes back to */
export function bulkForm(view: SignedView, back: string): Html {
  const { bulk: words, flags, terms, cases } = view.words;
  const actions = actionsOf(view);
  const decides = actions.includes('dismissed');
  return html`<details class="bulk panel"><summary>${words.title}</summary>${postForm(
    view,
    '/stream/bulk',
    [
      hidden('back', back),
      selectField({
        id: 'bulk-action',
        name: 'action',
        label: words.action,
        required: true,
        choices: actions.map((value) => ({ value, label: words.actions[value] })),
      }),
      decides
        ? html`${selectField({
            id: 'bulk-verdict',
            name: 'verdict',
            label: flags.verdict,
            none: cases.fields.choose,
            choices: VERDICTS.filter((verdict) => verdict !== 'distorted').map((value) => ({
              value,
              label: terms.verdicts[value],
            })),
          })}${areaField({ id: 'bulk-reason', name: 'reason', label: flags.reason, rows: 2, hint: words.flagHint })}`
        : html``,
      html`<button type="submit">${words.submit}</button>`,
    ],
    { kind: 'form in-line', id: BULK_FORM },
  )}<div class="check" data-pick-all hidden><input type="checkbox" id="pick-all"><label for="pick-all">${words.pickAll}</label></div></details>`;
}

function actionsOf(view: SignedView): readonly BulkAction[] {
  return [
    ...READING_ACTIONS,
    ...(allowed(view.actor, 'flag.review') ? (['dismissed', 'needs-evidence'] as const) : []),
    ...(allowed(view.actor, 'flag.reopen') ? (['reopen'] as const) : []),
  ];
}
