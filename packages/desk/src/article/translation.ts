import type { StoredTranslation, VersionView } from '@lamro/database';
import { languageName } from '@lamro/wording';
import { html } from 'hono/html';
import type { View } from '../desk/view.ts';
import { badge, empty, type Html, section, time } from '../page/parts.ts';
import { paragraphs } from './highlight.ts';

/** Language of the people who read here; an article in it needs no translation. */
export const HOME_LANGUAGE = 'vi';

/** The translation of a foreign article, marked for what it is, with every place where it may not say what the original says. */
export function translationSection(view: View, version: VersionView, translation: StoredTranslation | null): Html {
  const words = view.words.article;
  if (version.language === HOME_LANGUAGE) return html``;
  if (translation === null) {
    const language = languageName(version.language, view.locale);
    return section('translation', words.translation, empty(words.noTranslation(language)));
  }
  const machine = translation.kind === 'machine';
  return section(
    'translation',
    words.translation,
    html`<p>${badge(machine ? words.machineTranslation : words.analystTranslation, machine ? 'warn' : 'ok')}
        <small>${translation.model ?? ''} ${time(view, translation.createdAt)}</small></p>
      <div class="prose" lang="${HOME_LANGUAGE}">
        <p class="headline">${translation.title}</p>
        ${paragraphs(translation.body, 0).map(({ text }) => html`<p>${text}</p>`)}
      </div>
      ${riskList(view, version, translation)}`,
    machine ? words.machineNote : undefined,
  );
}

function riskList(view: View, version: VersionView, { risks }: StoredTranslation): Html {
  if (risks.length === 0) return html``;
  return html`<h3>${view.words.article.translationRisks}</h3>
    <ul>${risks.map(
      ({ original, translation, why }) =>
        html`<li>${why}<br><q lang="${version.language}">${original}</q> → <q lang="${HOME_LANGUAGE}">${translation}</q></li>`,
    )}</ul>`;
}
