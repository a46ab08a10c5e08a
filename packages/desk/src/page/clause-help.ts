import { type ClauseRef, formatClause } from '@lamro/domain';
import { html } from 'hono/html';
import type { SignedView } from '../desk/view.ts';
import type { Html } from './parts.ts';

/** A rule of the province's regulation with our own summary of it. */
export interface CitedRule {
  readonly clauses: readonly ClauseRef[];
  readonly summary: string;
}

/** Help where it is needed: the clauses behind one step, each with our summary; nothing where the regulation says nothing. */
export function clauseHelp(view: SignedView, rules: readonly CitedRule[]): Html {
  const cited = rules.filter(({ clauses }) => clauses.length > 0);
  if (cited.length === 0) return html``;
  const { instrument } = view.profile.regulation;
  return html`<details class="fold ground"><summary>${view.words.clauses.behind}</summary><ul>${cited.map(
    ({ clauses, summary }) =>
      html`<li><strong>${clauses.map((clause) => formatClause(clause, instrument)).join('; ')}</strong>: ${summary}</li>`,
  )}</ul></details>`;
}
