import type { JudgementView, SignalView, VersionView } from '@lamro/database';
import { mentionSchema } from '@lamro/domain';
import { html } from 'hono/html';
import { z } from 'zod';
import type { View } from '../desk/view.ts';
import type { Html } from '../page/parts.ts';
import { highlight, paragraphs, type Span } from './highlight.ts';

const mentions = z.array(mentionSchema).catch([]);

/** Headline and text of a version with quotes and names of the province marked where they stand. */
export function articleBody(
  view: View,
  version: VersionView,
  signals: readonly SignalView[],
  judgement: JudgementView | null,
): Html {
  const spans = spansOf(view, signals, judgement);
  // Offsets of the classifier count headline, line break, text.
  const offset = version.title.length + 1;
  return html`<div class="prose" lang="${version.language}">
    <p class="headline">${highlight(version.title, spans)}</p>
    ${paragraphs(version.body, offset).map((paragraph) => html`<p>${highlight(paragraph.text, spans, paragraph.offset)}</p>`)}
  </div>`;
}

function spansOf(view: View, signals: readonly SignalView[], judgement: JudgementView | null): readonly Span[] {
  const { article } = view.words;
  const quotes = signals
    .filter((signal) => signal.struckAt === null)
    .map(
      ({ id, start, end }): Span => ({ start, end, kind: 'quote', id: `quote-${id}`, label: article.highlightQuote }),
    );
  const named = mentions
    .parse(judgement?.mentions ?? [])
    .map(({ start, end }): Span => ({ start, end, kind: 'mention', label: article.highlightMention }));
  return [...quotes, ...named];
}
