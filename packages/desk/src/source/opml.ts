import type { SourceView } from '@lamro/database';
import { html, raw } from 'hono/html';
import type { SignedView } from '../desk/view.ts';
import type { Html } from '../page/parts.ts';

/** The sources as an OPML 2.0 list, as feed readers exchange them. */
export function opmlText(view: SignedView, sources: readonly SourceView[]): Html {
  return html`${raw('<?xml version="1.0" encoding="UTF-8"?>')}
<opml version="2.0"><head><title>${view.words.brand.name}: ${view.profile.name}</title></head><body>
${sources.map(
  (
    source,
  ) => html`<outline type="rss" text="${source.outlet}" title="${source.outlet}" xmlUrl="${source.url}" language="${source.language}"/>
`,
)}</body></opml>
`;
}

export function opmlOf(view: SignedView, sources: readonly SourceView[]): string {
  return String(opmlText(view, sources));
}
