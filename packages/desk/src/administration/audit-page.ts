import type { AuditView, EventRootView } from '@lamro/database';
import { formatDate, formatNumber, termOf } from '@lamro/wording';
import { html } from 'hono/html';
import type { SignedView } from '../desk/view.ts';
import { layout } from '../page/layout.ts';
import { empty, type Html, section, table, time } from '../page/parts.ts';
import { tabs } from './tabs.ts';

/** Who opened and changed what, and the daily roots over all case chains. */
export function auditPage(view: SignedView, entries: readonly AuditView[], roots: readonly EventRootView[]): Html {
  const { administration: words, terms } = view.words;
  return layout(view, {
    title: words.audit,
    body: html`${tabs(view)}
    ${section(
      'chain',
      words.chain,
      roots.length === 0
        ? empty(words.noRoots)
        : table(
            words.roots,
            [words.at, words.cases, words.roots],
            roots.map((root) => [
              formatDate(root.day),
              formatNumber(root.cases, view.locale),
              html`<code>${root.root}</code>`,
            ]),
          ),
    )}
    ${section(
      'audit',
      words.audit,
      entries.length === 0
        ? empty(words.noAudit)
        : table(
            words.audit,
            [words.at, words.actor, words.action, words.object],
            entries.map((entry) => [
              time(view, entry.at),
              `${entry.actor} (${termOf(terms.roles, entry.actorRole)})`,
              entry.action,
              `${entry.objectKind} ${entry.objectId ?? ''}`,
            ]),
          ),
    )}`,
  });
}
