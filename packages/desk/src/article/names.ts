import { foreignNames } from '@lamro/casework';
import type { StoredTranslation, VersionView } from '@lamro/database';
import { html } from 'hono/html';
import type { View } from '../desk/view.ts';
import { type Html, section } from '../page/parts.ts';

/** Names that touch sovereignty, where the article or its translation writes others than ours: a note, never evidence. */
export function namesSection(view: View, version: VersionView, translation: StoredTranslation | null): Html {
  const { names: words } = view.words;
  const read = [version.title, version.body, translation?.title ?? '', translation?.body ?? ''].join('\n');
  const found = foreignNames(read);
  if (found.length === 0) return html``;
  return section(
    'names',
    words.title,
    html`<ul>${found.map((name) => html`<li>${words.row(name.found, name.instead)}</li>`)}</ul>`,
    words.note,
  );
}
