import type { SignalView, StruckCount } from '@lamro/database';
import { formatNumber, formatShare, termOf } from '@lamro/wording';
import { html } from 'hono/html';
import { allowed } from '../desk/allow.ts';
import type { SignedView } from '../desk/view.ts';
import { type Html, section, table } from '../page/parts.ts';

/**
 * What the decisions teach: for each kind of signal of this flag, what was kept and struck here and in the province. These are the
 * examples from which the weights of the flag score are learned anew.
 */
export function learnedSection(view: SignedView, signals: readonly SignalView[], counts: readonly StruckCount[]): Html {
  const { flags: words, article, learning } = view.words;
  const kinds = [...Map.groupBy(signals, ({ kind }) => kind)];
  const number = (count: number) => formatNumber(count, view.locale);
  const rows = kinds.map(([kind, group]) => {
    const struck = group.filter(({ struckAt }) => struckAt !== null).length;
    const all = counts.find((count) => count.kind === kind);
    const share =
      all === undefined || all.reviewed === 0 ? '' : formatShare((all.reviewed - all.struck) / all.reviewed);
    return [
      termOf(view.words.terms.signalKinds, kind),
      words.keptHere(number(group.length - struck), number(struck)),
      all === undefined ? '' : words.keptEver(number(all.reviewed - all.struck), number(all.reviewed), share),
    ];
  });
  return section(
    'learned',
    words.learned,
    html`<p>${words.learnedText}</p>${table(words.learned, [article.signals, words.here, words.ever], rows)}
    ${allowed(view.actor, 'report.read') ? html`<p class="downloads"><a href="/administration/weights">${learning.title}</a></p>` : ''}`,
  );
}
