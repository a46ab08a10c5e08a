import { formatNumber } from '@lamro/wording';
import { html } from 'hono/html';
import { allowed } from '../desk/allow.ts';
import type { SignedView } from '../desk/view.ts';
import { localPath } from '../page/address.ts';
import { hidden, postForm } from '../page/field.ts';
import { layout } from '../page/layout.ts';
import { badge, empty, type Html, table } from '../page/parts.ts';
import type { BulkAction } from './bulk-form.ts';

/** What became of one chosen row. */
export interface BulkOutcome {
  readonly articleId: string;
  readonly title: string;
  /** Why it was not carried out; null where it was. */
  readonly refusal: string | null;
}

/** What was done to each chosen row, what was not and why, and the way back. */
export function bulkPage(
  view: SignedView,
  { action, outcomes, back }: { action: BulkAction; outcomes: readonly BulkOutcome[]; back: string },
): Html {
  const { bulk: words } = view.words;
  const number = (count: number) => formatNumber(count, view.locale);
  const refused = outcomes.filter(({ refusal }) => refusal !== null).length;
  const done = outcomes.length - refused;
  const summary = refused === 0 ? words.done(number(done)) : words.partly(number(done), number(refused));
  return layout(view, {
    title: `${words.resultTitle}: ${words.actions[action]}`,
    status: outcomes.length > 0 && refused === 0 ? summary : null,
    problem: refused > 0 ? summary : null,
    body: html`${outcomes.length === 0 ? empty(words.nothing) : outcomeTable(view, outcomes)}
    <div class="buttons">${undoForm(view, action, outcomes, back)}<a class="button quiet" href="${localPath(back)}">${words.backToList}</a></div>`,
  });
}

function outcomeTable(view: SignedView, outcomes: readonly BulkOutcome[]): Html {
  const { bulk: words } = view.words;
  return table(
    words.resultTitle,
    [words.item, words.outcome],
    outcomes.map(({ articleId, title, refusal }) => [
      html`<a href="/articles/${articleId}">${title}</a>`,
      refusal === null ? badge(words.carriedOut, 'ok') : html`${badge(words.refused, 'warn')} ${refusal}`,
    ]),
  );
}

/** What takes back what was just done; reading marks and decisions on flags can be. */
function undoForm(view: SignedView, action: BulkAction, outcomes: readonly BulkOutcome[], back: string): Html {
  const { bulk: words } = view.words;
  const done = outcomes.filter(({ refusal }) => refusal === null);
  const decided = action === 'dismissed' || action === 'needs-evidence';
  if (done.length === 0 || !(action === 'read' || (decided && allowed(view.actor, 'flag.reopen')))) return html``;
  return postForm(
    view,
    '/stream/bulk',
    [
      hidden('back', back),
      hidden('action', decided ? 'reopen' : 'unread'),
      hidden('reason', words.undoReason),
      ...done.map(({ articleId }) => hidden('item[]', articleId)),
      html`<button class="quiet" type="submit">${decided ? words.undo : words.undoRead}</button>`,
    ],
    'inline',
  );
}
