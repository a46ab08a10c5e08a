import type { WorkedModel } from '@lamro/database';
import { formatNumber } from '@lamro/wording';
import { html } from 'hono/html';
import type { SignedView } from '../desk/view.ts';
import { layout } from '../page/layout.ts';
import { empty, type Html, section, table, time } from '../page/parts.ts';
import { tabs } from './tabs.ts';

/** Which versions of the classifier judged of late and which models translated, as the ledger shows it. */
export function modelsPage(
  view: SignedView,
  { classifiers, translators }: { classifiers: readonly WorkedModel[]; translators: readonly WorkedModel[] },
): Html {
  const { models: words } = view.words;
  return layout(view, {
    title: words.title,
    lead: words.lead,
    body: html`${tabs(view)}
    ${section('classifiers', words.classifiers, workTable(view, classifiers, words.judged, words.none))}
    ${section('translators', words.translators, workTable(view, translators, words.translated, words.noTranslators))}`,
  });
}

function workTable(view: SignedView, models: readonly WorkedModel[], counted: string, none: string): Html {
  const { models: words } = view.words;
  if (models.length === 0) return empty(none);
  return table(
    counted,
    [words.version, counted, words.last],
    models.map(({ name, count, lastAt }) => [
      html`<code>${name}</code>`,
      html`<span class="figure">${formatNumber(count, view.locale)}</span>`,
      time(view, lastAt),
    ]),
  );
}
