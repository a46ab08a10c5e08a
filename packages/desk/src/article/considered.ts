import type { ConsideredView } from '@lamro/database';
import { formatNumber, termOf } from '@lamro/wording';
import { html } from 'hono/html';
import type { View } from '../desk/view.ts';
import { type Html, section } from '../page/parts.ts';
import { evidenceSource } from './evidence.ts';

/** Signals that were weighed and taken back, folded away: they are no ground for anything, but nobody need guess at them. */
export function consideredSection(view: View, considered: readonly ConsideredView[], language: string): Html {
  const words = view.words.judging.considered;
  if (considered.length === 0) return html``;
  return section(
    'considered',
    words.title,
    html`<details class="fold"><summary>${words.show(formatNumber(considered.length, view.locale))}</summary>${considered.map((one, at) => card(view, one, language, at))}</details>`,
    words.note,
  );
}

function card(view: View, one: ConsideredView, language: string, at: number): Html {
  const { article, terms, judging } = view.words;
  return html`<article class="evidence considered" aria-labelledby="considered-${String(at)}">
    <h3 id="considered-${String(at)}">${termOf(terms.signalKinds, one.kind)}</h3>
    <div class="sides">
      <div class="said"><h4>${article.quote}</h4><blockquote lang="${language}">${one.quote}</blockquote></div>
      <div class="against"><h4>${article.evidence}</h4><blockquote>${one.evidenceQuote}</blockquote>${one.recordId === null ? '' : evidenceSource(view, one)}</div>
    </div>
    <p class="why"><strong>${judging.considered.found}:</strong> ${one.why}</p>
    <p class="why"><strong>${judging.considered.doubt}:</strong> ${one.doubt}</p>
  </article>`;
}
