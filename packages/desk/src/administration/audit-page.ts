import type { ChainReport } from '@lamro/casework';
import type { AuditView, EventRootView } from '@lamro/database';
import { formatDate, formatNumber, termOf } from '@lamro/wording';
import { html } from 'hono/html';
import { allowed } from '../desk/allow.ts';
import type { SignedView } from '../desk/view.ts';
import { layout } from '../page/layout.ts';
import { empty, type Html, pager, section, table, time } from '../page/parts.ts';
import { tabs } from './tabs.ts';

export const AUDIT_PAGE = 100;

export interface AuditContent {
  /** One more than a page, where there are older ones. */
  readonly entries: readonly AuditView[];
  readonly roots: readonly EventRootView[];
  /** The chain as it was just read anew; null where nobody asked. */
  readonly chain: ChainReport | null;
  readonly first: boolean;
}

/** Who opened and changed what, the daily roots over all case chains, and whether the chains still hold. */
export function auditPage(view: SignedView, content: AuditContent): Html {
  const { administration: words } = view.words;
  const { roots } = content;
  return layout(view, {
    title: words.audit,
    body: html`${tabs(view)}
    ${section('chain', view.words.chain.state, chainState(view, content.chain))}
    ${section(
      'roots',
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
    ${section('audit', words.audit, trail(view, content))}`,
  });
}

function chainState(view: SignedView, chain: ChainReport | null): Html {
  const { chain: words } = view.words;
  const number = (count: number) => formatNumber(count, view.locale);
  const ask = allowed(view.actor, 'chain.verify')
    ? html`<p class="note">${words.hint}</p><p><a class="button quiet" href="/administration/audit?check=1">${words.check}</a></p>`
    : html``;
  if (chain === null) return ask;
  if (chain.ok)
    return html`<p class="message ok" role="status">${words.intact(number(chain.events), number(chain.cases))}</p>${ask}`;
  const { firstBroken, brokenRoot } = chain;
  return html`<p class="message danger" role="alert">${words.broken}</p>
    <ul>${firstBroken === null ? '' : html`<li><a href="/cases/${firstBroken.caseId}">${firstBroken.number}</a>${firstBroken.seq === null ? '' : ` (${firstBroken.seq})`}: ${firstBroken.why}</li>`}
    ${brokenRoot === null ? '' : html`<li>${formatDate(brokenRoot.day)}: ${brokenRoot.why}</li>`}</ul>${ask}`;
}

function trail(view: SignedView, { entries, first }: AuditContent): Html {
  const { administration: words, terms, trail: names } = view.words;
  const shown = entries.slice(0, AUDIT_PAGE);
  if (shown.length === 0) return empty(words.noAudit);
  const last = entries.length > AUDIT_PAGE ? shown.at(-1) : undefined;
  return html`${table(
    words.audit,
    [words.at, words.actor, words.action, words.object],
    shown.map((entry) => [
      time(view, entry.at),
      `${entry.actor} (${termOf(terms.roles, entry.actorRole)})`,
      termOf(names.actions, entry.action),
      `${termOf(names.objects, entry.objectKind)} ${entry.objectId ?? ''}`,
    ]),
  )}${pager(view, {
    first: first ? null : '/administration/audit',
    next: last === undefined ? null : `/administration/audit?before=${last.id}`,
  })}`;
}
