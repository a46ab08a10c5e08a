import type { LearnedResult } from '@lamro/casework';
import type { WeightsView } from '@lamro/database';
import { formatNumber, formatShare, termOf } from '@lamro/wording';
import { html } from 'hono/html';
import { z } from 'zod';
import { tabs } from '../administration/tabs.ts';
import { allowed } from '../desk/allow.ts';
import type { SignedView } from '../desk/view.ts';
import { areaField, askFirst, hidden, postForm } from '../page/field.ts';
import { layout } from '../page/layout.ts';
import { badge, facts, type Html, section, shortTime, table, time } from '../page/parts.ts';

const weightsSchema = z.object({ bias: z.number(), further: z.number(), kinds: z.record(z.string(), z.number()) });
const calibrationSchema = z.object({
  learnedFrom: z.number(),
  heldOut: z.number(),
  brier: z.number(),
  brierBefore: z.number(),
  bins: z.array(
    z.object({ from: z.number(), to: z.number(), count: z.number(), predicted: z.number(), observed: z.number() }),
  ),
});

/** Versions of the flag's weights, newest first, each with its fit and a form that puts it in force. */
export function weightsPage(
  view: SignedView,
  versions: readonly WeightsView[],
  learned: LearnedResult | null = null,
): Html {
  const { learning: words } = view.words;
  const told =
    learned === null
      ? html``
      : html`<p role="status" class="note">${words.relearned(formatNumber(learned.learnedFrom, view.locale))}</p>`;
  return layout(view, {
    title: words.title,
    lead: words.lead,
    body: html`${tabs(view)}${told}
    ${allowed(view.actor, 'model.change') ? postForm(view, '/administration/weights', [html`<div class="buttons"><button type="submit">${words.relearn}</button></div>`]) : ''}
    ${versions.map((version, index) => oneVersion(view, version, index))}`,
  });
}

function oneVersion(view: SignedView, version: WeightsView, index: number): Html {
  const { learning: words } = view.words;
  const name = version.version ?? words.start;
  return section(
    `version-${index}`,
    name,
    html`${version.inForce ? badge(words.inForce, 'ok') : ''}
    ${facts([
      [words.learnedAt, version.learnedAt === null ? words.startHint : time(view, version.learnedAt)],
      [words.learnedAfter, version.learnedAfter],
      [words.chosen, version.chosenAt === null ? null : shortTime(view, version.chosenAt)],
      [words.reason, version.reason],
    ])}
    ${version.weights === null ? '' : weightsTable(view, weightsSchema.parse(version.weights))}
    ${version.calibration === null ? '' : calibrationTable(view, calibrationSchema.parse(version.calibration))}
    ${version.inForce || !allowed(view.actor, 'model.change') ? '' : applyForm(view, version, name, index)}`,
  );
}

function applyForm(view: SignedView, { version }: WeightsView, name: string, index: number): Html {
  const { learning: words } = view.words;
  const form = postForm(view, '/administration/weights/in-force', [
    hidden('version', version ?? ''),
    areaField({ id: `reason-${index}`, name: 'reason', label: words.reason, required: true, rows: 2 }),
    html`<div class="buttons"><button type="submit">${words.apply}</button></div>`,
  ]);
  return askFirst(words.apply, words.applyQuestion, form, `${words.apply}: ${name}`);
}

function weightsTable(view: SignedView, { bias, further, kinds }: z.infer<typeof weightsSchema>): Html {
  const { learning: words, terms } = view.words;
  const number = (value: number) => formatNumber(Math.round(value * 100) / 100, view.locale);
  return table(
    words.weights,
    [words.weights, ''],
    [
      ...Object.entries(kinds).map(([kind, weight]) => [termOf(terms.signalKinds, kind), number(weight)]),
      [words.further, number(further)],
      [words.bias, number(bias)],
    ],
  );
}

function calibrationTable(view: SignedView, fit: z.infer<typeof calibrationSchema>): Html {
  const { learning: words } = view.words;
  const thousandths = (value: number) => formatNumber(Math.round(value * 1_000) / 1_000, view.locale);
  return html`<h3>${words.calibration}</h3><p class="note">${words.calibrationNote}</p>
  ${facts([
    [words.learnedFrom, formatNumber(fit.learnedFrom, view.locale)],
    [words.heldOut, formatNumber(fit.heldOut, view.locale)],
    [words.brier, thousandths(fit.brier)],
    [words.brierBefore, thousandths(fit.brierBefore)],
  ])}
  ${table(
    words.calibration,
    [words.range, words.count, words.predicted, words.observed],
    fit.bins.map((bin) => [
      `${formatShare(bin.from)}–${formatShare(bin.to)}`,
      formatNumber(bin.count, view.locale),
      bin.count === 0 ? words.noExamples : formatShare(bin.predicted),
      bin.count === 0 ? words.noExamples : formatShare(bin.observed),
    ]),
  )}`;
}
