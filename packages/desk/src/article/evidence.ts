import type { ConsideredView, SignalView } from '@lamro/database';
import { formatShare, termOf } from '@lamro/wording';
import { html } from 'hono/html';
import type { View } from '../desk/view.ts';
import { badge, type Html, outsideLink } from '../page/parts.ts';

/** One signal: what the article says and, beside it, what stands against it. `controls` come last (the decision form). */
export function evidenceCard(view: View, signal: SignalView, language: string, controls?: Html): Html {
  const { article, terms } = view.words;
  return html`<article class="evidence${signal.struckAt === null ? '' : ' struck'}" aria-labelledby="signal-${signal.id}">
    <h3 id="signal-${signal.id}">${termOf(terms.signalKinds, signal.kind)} ${badge(`${article.strength} ${formatShare(signal.strength)}`)}${signal.struckAt === null ? '' : badge(article.struck, 'warn')}</h3>
    <div class="sides">
      <div class="said"><h4>${article.quote}</h4><blockquote lang="${language}"><a href="#quote-${signal.id}">${signal.quote}</a></blockquote></div>
      <div class="against"><h4>${article.evidence}</h4>${against(view, signal)}</div>
    </div>
    <p class="why"><strong>${article.why}:</strong> ${signal.why}</p>
    ${controls ?? ''}
  </article>`;
}

function against(view: View, signal: SignalView): Html {
  const { article } = view.words;
  if (signal.evidenceQuote === null) return html`<p class="note">${article.noEvidence}</p>`;
  const quote = html`<blockquote>${signal.evidenceQuote}</blockquote>`;
  if (signal.recordId !== null) {
    return html`${quote}${evidenceSource(view, signal)}`;
  }
  if (signal.articleId !== null) {
    return html`${quote}<p class="from"><a href="/articles/${signal.articleId}">${signal.articleTitle}</a> · ${signal.articleOutlet}</p>`;
  }
  return quote;
}

/** Document and source of the record that a signal rests on. */
export function evidenceSource(view: View, on: SignalView | ConsideredView): Html {
  return html`<p class="from"><a href="/records?id=${on.recordId}">${on.recordDocument}</a> · ${outsideLink(on.recordUrl ?? '', on.recordSource ?? '')}${on.recordWithdrawnAt === null ? '' : badge(view.words.records.withdrawn, 'danger')}</p>`;
}
