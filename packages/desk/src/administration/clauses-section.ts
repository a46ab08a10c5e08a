import { type ClauseRef, formatClause } from '@lamro/domain';
import { clauseLineage, listCitations, shortClause } from '@lamro/profiles';
import { html } from 'hono/html';
import type { SignedView } from '../desk/view.ts';
import { empty, type Html, section, table } from '../page/parts.ts';

/** Every innermost clause of the regulation with what the profile makes of it, or why nothing follows from it here. */
export function clausesSection(view: SignedView): Html {
  const { profile } = view;
  const { clauses: words } = view.words;
  const entries = Map.groupBy(
    [
      ...listCitations(profile).map(({ ref, entry }) => ({ ref, text: entry })),
      ...profile.outside.flatMap(({ clauses, reason }) =>
        clauses.map((ref) => ({ ref, text: `${words.outside}: ${reason}` })),
      ),
    ],
    ({ ref }) => shortClause(ref),
  );
  const { leaves } = profile.tree;
  const body =
    leaves.length === 0
      ? empty(words.none)
      : table(
          words.title,
          [words.clause, words.summary],
          leaves.map((leaf) => [formatClause(leaf, profile.regulation.instrument), saidOf(leaf, entries)]),
        );
  return section(
    'clauses',
    words.title,
    html`<details class="fold"><summary>${words.show}</summary>${body}</details>`,
    words.hint,
  );
}

/** What is said of a clause: by entries that cite it or a clause around it. */
function saidOf(leaf: ClauseRef, entries: ReadonlyMap<string, readonly { readonly text: string }[]>): Html {
  const said = clauseLineage(leaf).flatMap((ref) => (entries.get(shortClause(ref)) ?? []).map(({ text }) => text));
  return html`${[...new Set(said)].map((text) => html`<p>${text}</p>`)}`;
}
