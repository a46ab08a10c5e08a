import type { SourceTrial } from '@lamro/casework';
import { LANGUAGES, SOURCE_KINDS } from '@lamro/domain';
import { languageName } from '@lamro/wording';
import { html } from 'hono/html';
import type { SignedView } from '../desk/view.ts';
import { checkbox, fileField, postForm, selectField, textField } from '../page/field.ts';
import { type Html, section } from '../page/parts.ts';

/** Trying an address before anything is kept. */
export function trySection(view: SignedView, url = ''): Html {
  const { trial: words, sources } = view.words;
  return section(
    'try',
    words.title,
    postForm(view, '/sources/trial', [
      textField({
        id: 'trial-url',
        name: 'url',
        type: 'url',
        label: sources.url,
        hint: words.hint,
        value: url,
        required: true,
      }),
      html`<button type="submit">${words.submit}</button>`,
    ]),
  );
}

/** Registering a source; after a trial with what the trial found. */
export function addSection(view: SignedView, trial: SourceTrial | null = null): Html {
  const { sources: words, stream, terms } = view.words;
  const kinds = SOURCE_KINDS.filter((kind) => kind !== 'intake').map((value) => ({
    value,
    label: terms.sourceKinds[value],
  }));
  const languages = LANGUAGES.map((value) => ({ value, label: languageName(value, view.locale) }));
  const language = LANGUAGES.find((known) => known === trial?.language?.slice(0, 2)) ?? 'vi';
  return section(
    'add',
    trial === null ? words.add : view.words.trial.save,
    postForm(view, '/sources', [
      textField({
        id: 'source-outlet',
        name: 'outlet',
        label: words.outlet,
        value: trial?.title ?? '',
        required: true,
      }),
      textField({
        id: 'source-url',
        name: 'url',
        type: 'url',
        label: words.url,
        value: trial?.finalUrl ?? trial?.url ?? '',
        required: true,
      }),
      selectField({
        id: 'source-kind',
        name: 'kind',
        label: words.kind,
        value: trial?.kind ?? 'feed',
        required: true,
        choices: kinds,
      }),
      selectField({
        id: 'source-language',
        name: 'language',
        label: stream.language,
        value: language,
        required: true,
        choices: languages,
      }),
      textField({
        id: 'source-country',
        name: 'country',
        label: words.countryCode,
        value: language === 'vi' ? 'VN' : '',
        required: true,
      }),
      html`<button type="submit">${words.add}</button>`,
    ]),
  );
}

/** Taking in the subscription list of another reader. */
export function importSection(view: SignedView): Html {
  const { lists: words } = view.words;
  return section(
    'lists',
    words.title,
    postForm(
      view,
      '/sources/opml',
      [
        fileField({ id: 'opml-file', name: 'file', label: words.file, hint: words.hint, required: true }),
        checkbox({ id: 'opml-watch', name: 'watch', value: '1', label: words.watch, checked: true }),
        html`<button type="submit">${words.submit}</button>`,
      ],
      { multipart: true },
    ),
  );
}
