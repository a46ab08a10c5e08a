import type { ArticleView, VersionView } from '@lamro/database';
import { html } from 'hono/html';
import type { SignedView } from '../desk/view.ts';
import { layout } from '../page/layout.ts';
import { badge, type Html, section, time } from '../page/parts.ts';
import { type Change, difference } from './difference.ts';

/** Two versions of an article as one text with what went and what came. */
export function differencePage(view: SignedView, article: ArticleView, before: VersionView, after: VersionView): Html {
  const words = view.words.article;
  const changes = difference(before.body, after.body);
  const changed = changes.some(({ kind }) => kind !== 'same');
  return layout(view, {
    title: `${words.difference}: ${after.title}`,
    body: html`<p><a href="/articles/${article.id}">${view.words.chrome.back}</a></p>
    <p class="legend">${words.version(String(before.number))} (${time(view, before.createdAt)}) → ${words.version(String(after.number))} (${time(view, after.createdAt)})
      <del>${words.removed}</del> <ins>${words.added}</ins></p>
    ${before.title === after.title ? '' : section('title', words.titleChanged, html`<p class="prose" lang="${after.language}">${marked(difference(before.title, after.title))}</p>`)}
    ${section('body', words.body, changed ? html`<div class="prose kept-lines" lang="${after.language}">${marked(changes)}</div>` : html`<p>${badge(words.sameText, 'ok')}</p>`)}`,
  });
}

function marked(changes: readonly Change[]): Html {
  return html`${changes.map(({ kind, text }) => {
    if (kind === 'same') return text;
    return kind === 'added' ? html`<ins>${text}</ins>` : html`<del>${text}</del>`;
  })}`;
}
