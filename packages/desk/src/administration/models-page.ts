import type { RuleSetView } from '@lamro/casework';
import type { WorkedModel } from '@lamro/database';
import { formatNumber } from '@lamro/wording';
import { html } from 'hono/html';
import type { SignedView } from '../desk/view.ts';
import { layout } from '../page/layout.ts';
import { empty, type Html, section, table, time } from '../page/parts.ts';
import { rulesSection } from './rules-section.ts';
import { tabs } from './tabs.ts';

export interface ModelsContent {
  readonly classifiers: readonly WorkedModel[];
  readonly translators: readonly WorkedModel[];
  readonly rules: RuleSetView;
}

/** Which versions of the classifier judged of late and which models translated, as the ledger shows it. */
export function modelsPage(
  view: SignedView,
  { classifiers, translators, rules }: ModelsContent,
  status: string | null = null,
): Html {
  const { models: words } = view.words;
  return layout(view, {
    title: words.title,
    lead: words.lead,
    status,
    body: html`${tabs(view)}
    ${rulesSection(view, rules)}
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
