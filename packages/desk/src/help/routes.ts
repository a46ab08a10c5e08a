import { formatClause } from '@lamro/domain';
import { Hono } from 'hono';
import { html } from 'hono/html';
import type { DeskOptions } from '../desk/options.ts';
import type { DeskEnv, SignedView } from '../desk/view.ts';
import { layout } from '../page/layout.ts';
import { type Html, section, table } from '../page/parts.ts';

/** How the desk is used, by which keys, and on which clause each step rests. */
export function helpRoutes(_options: DeskOptions): Hono<DeskEnv> {
  const routes = new Hono<DeskEnv>();
  routes.get('/help', (c) => c.html(helpPage(c.get('signed'))));
  return routes;
}

function helpPage(view: SignedView): Html {
  const { help: words } = view.words;
  return layout(view, {
    title: words.title,
    body: [
      section(
        'tour',
        words.tourTitle,
        html`<ol>${Object.values(words.tour).map((step) => html`<li>${step}</li>`)}</ol>`,
      ),
      section(
        'principles',
        words.principles,
        html`<ul>${Object.values(words.principleList).map((line) => html`<li>${line}</li>`)}</ul>`,
      ),
      section('steps', words.steps, stepTable(view)),
      section('keys', words.keys, keyTable(view)),
    ],
  });
}

function stepTable(view: SignedView): Html {
  const { help: words, cases, terms } = view.words;
  const { routing, watch, regulation, content, channels } = view.profile;
  const { instrument } = regulation;
  const rules = [
    ...watch.map((rule) => ({ step: words.stepNames.monitor, ...rule })),
    { step: words.stepNames.lead, ...routing.lead },
    { step: words.stepNames.dossier, ...routing.dossier },
    { step: words.stepNames.coordinate, ...routing.coordination },
    ...routing.notify.map((rule) => ({ step: words.stepNames.notify, ...rule })),
    ...content.map((rule) => ({ step: words.stepNames.content, ...rule })),
    ...channels.map(({ id, clauses, who, condition }) => ({
      step: `${words.stepNames.channel}: ${terms.channels[id]}`,
      clauses,
      summary: [who, condition].filter((part) => part !== '').join(': '),
    })),
  ];
  return table(
    words.steps,
    [words.step, cases.clause, cases.clauseSummary],
    rules.map((rule) => [
      rule.step,
      rule.clauses.map((clause) => formatClause(clause, instrument)).join('; '),
      rule.summary,
    ]),
  );
}

function keyTable(view: SignedView): Html {
  const { keyList } = view.words.preferences;
  const keys: readonly (readonly [string, string])[] = [
    ['j', keyList.next],
    ['k', keyList.previous],
    ['Enter', keyList.open],
    ['f', keyList.flag],
    ['d', keyList.decide],
    ['s', keyList.seen],
    ['x', keyList.pick],
    ['/', keyList.search],
    ['?', keyList.help],
  ];
  return table(
    view.words.help.keys,
    [view.words.preferences.keys, ''],
    keys.map(([key, does]) => [html`<kbd>${key}</kbd>`, does]),
  );
}
