import { html } from 'hono/html';
import type { Html } from '../page/parts.ts';

export interface Span {
  readonly start: number;
  readonly end: number;
  readonly kind: 'quote' | 'mention';
  /** Anchor that the evidence beside links to; quotes only. */
  readonly id?: string;
  /** Read out before the marked words. */
  readonly label: string;
}

/**
 * A stretch of a text with spans marked where they stand. Offsets count from the start of the whole text; where spans
 * overlap the earlier one keeps its words (quotes before mentions), and spans outside the text or empty are left out.
 *
 * @param offset where `text` begins within the whole
 */
export function highlight(text: string, spans: readonly Span[], offset = 0): Html {
  const pieces: (Html | string)[] = [];
  let at = 0;
  for (const span of apart(spans)) {
    const start = Math.max(span.start - offset, at);
    const end = Math.min(span.end - offset, text.length);
    if (start >= end) continue;
    pieces.push(text.slice(at, start), marked(span, text.slice(start, end)));
    at = end;
  }
  pieces.push(text.slice(at));
  return html`${pieces}`;
}

function marked(span: Span, words: string): Html {
  return html`<mark class="${span.kind}"${span.id === undefined ? '' : html` id="${span.id}"`} title="${span.label}">${words}</mark>`;
}

/** Spans that do not overlap, in order; a quote wins over a mention inside it. */
function apart(spans: readonly Span[]): readonly Span[] {
  const quotes = spans.filter(({ kind }) => kind === 'quote');
  const mentions = spans.filter(
    (span) => span.kind === 'mention' && !quotes.some((quote) => quote.start < span.end && span.start < quote.end),
  );
  return [...quotes, ...mentions].sort((a, b) => a.start - b.start || b.end - a.end);
}

/** The paragraphs of a text with the offset of each. */
export function paragraphs(
  text: string,
  offset: number,
): readonly { readonly text: string; readonly offset: number }[] {
  const found: { text: string; offset: number }[] = [];
  for (const match of text.matchAll(/[^\n]+/g)) found.push({ text: match[0], offset: offset + match.index });
  return found;
}
