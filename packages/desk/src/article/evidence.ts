import type { SignalView } from '@lamro/database';
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
  const { article, records } = view.words;
  if (signal.evidenceQuote === null) return html`<p class="note">${article.noEvidence}</p>`;
  const quote = html`<blockquote>${signal.evidenceQuote}</blockquote>`;
  if (signal.recordId !== null) {
    return html`${quote}<p class="from"><a href="/records?id=${signal.recordId}">${signal.recordDocument}</a> · ${outsideLink(signal.recordUrl ?? '', signal.recordSource ?? '')}${signal.recordWithdrawnAt === null ? '' : badge(records.withdrawn, 'danger')}</p>`;
  }
  if (signal.articleId !== null) {
    return html`${quote}<p class="from"><a href="/articles/${signal.articleId}">${signal.articleTitle}</a> · ${signal.articleOutlet}</p>`;
  }
  return quote;
}
