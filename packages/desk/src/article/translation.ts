import type { StoredTranslation, VersionView } from '@lamro/database';
import { languageName } from '@lamro/wording';
import { html } from 'hono/html';
import { allowed } from '../desk/allow.ts';
import type { SignedView, View } from '../desk/view.ts';
import { areaField, postForm, textField } from '../page/field.ts';
import { badge, empty, type Html, section, time } from '../page/parts.ts';
import { paragraphs } from './highlight.ts';

/** Language of the people who read here; an article in it needs no translation. */
export const HOME_LANGUAGE = 'vi';

/**
 * The text of an article. A foreign one stands beside its translation, which is marked for what it is, with every place where it
 * may not say what the original says.
 *
 * @param original the text with what was found in it
 */
export function textSection(
  view: SignedView,
  version: VersionView,
  original: Html,
  translation: StoredTranslation | null,
): Html {
  const words = view.words.article;
  if (version.language === HOME_LANGUAGE) return section('body', words.body, original);
  return section(
    'body',
    words.body,
    html`<div class="twin">
      <section aria-labelledby="original-title"><h3 id="original-title">${view.words.translating.original} · ${languageName(version.language, view.locale)}</h3>${original}</section>
      <section aria-labelledby="translation-title"><h3 id="translation-title">${words.translation}</h3>${translated(view, version, translation)}</section>
    </div>
    ${translation === null ? '' : riskList(view, version, translation)}${translateForm(view, version, translation)}`,
  );
}

function translated(view: View, version: VersionView, translation: StoredTranslation | null): Html {
  const { article: words, translating } = view.words;
  if (translation === null) return empty(words.noTranslation(languageName(version.language, view.locale)));
  const machine = translation.kind === 'machine';
  const who = machine ? (translation.model ?? '') : translating.by(translation.author ?? '');
  return html`<p>${badge(machine ? words.machineTranslation : words.analystTranslation, machine ? 'warn' : 'ok')}
      <small>${who} · ${time(view, translation.createdAt)}</small></p>
    ${machine ? html`<p class="note">${words.machineNote}</p>` : ''}
    <div class="prose" lang="${HOME_LANGUAGE}">
      <p class="headline">${translation.title}</p>
      ${paragraphs(translation.body, 0).map(({ text }) => html`<p>${text}</p>`)}
    </div>`;
}

function riskList(view: View, version: VersionView, { risks }: StoredTranslation): Html {
  if (risks.length === 0) return html``;
  return html`<h3>${view.words.article.translationRisks}</h3>
    <ul>${risks.map(
      ({ original, translation, why }) =>
        html`<li>${why}<br><q lang="${version.language}">${original}</q> → <q lang="${HOME_LANGUAGE}">${translation}</q></li>`,
    )}</ul>`;
}

/** Where an analyst writes a translation, or corrects the one that is there. */
function translateForm(view: SignedView, version: VersionView, translation: StoredTranslation | null): Html {
  if (!allowed(view.actor, 'press.translate')) return html``;
  const { translating: words } = view.words;
  return html`<details class="command"><summary>${words.write}</summary>${postForm(
    view,
    `/versions/${version.id}/translation`,
    [
      html`<p class="note">${words.hint}</p>`,
      textField({
        id: 'translation-headline',
        name: 'title',
        label: words.title,
        value: translation?.title ?? '',
        required: true,
      }),
      areaField({
        id: 'translation-body',
        name: 'body',
        label: words.body,
        rows: 14,
        value: translation?.body ?? '',
        required: true,
      }),
      html`<button type="submit">${words.submit}</button>`,
    ],
  )}</details>`;
}
