import { Hono } from 'hono';
import { html } from 'hono/html';
import { z } from 'zod';
import { allowed } from '../desk/allow.ts';
import type { DeskOptions } from '../desk/options.ts';
import { optionalText, readForm, requiredText } from '../desk/read.ts';
import { InvalidForm } from '../desk/refusals.ts';
import type { DeskEnv, SignedView } from '../desk/view.ts';
import { areaField, checkbox, postForm, textField } from '../page/field.ts';
import type { Html } from '../page/parts.ts';

const form = z.object({
  url: optionalText,
  outlet: optionalText,
  title: optionalText,
  text: z.string().max(200_000).optional(),
  reason: requiredText,
  hotline: z.literal('1').optional(),
});

/** Pointing out an item that the sources did not bring: by its address or, where it has none, word for word. */
export function reportForm(view: SignedView): Html {
  const { stream, reported } = view.words;
  if (!allowed(view.actor, 'press.report')) return html``;
  return html`<details class="saved"><summary>${stream.report}</summary>${postForm(view, '/stream/report', [
    textField({ id: 'report-url', name: 'url', type: 'url', label: stream.reportUrl, hint: stream.reportHint }),
    html`<details><summary>${reported.asText}</summary>${[
      textField({ id: 'report-outlet', name: 'outlet', label: reported.outlet }),
      textField({ id: 'report-title', name: 'title', label: reported.headline }),
      areaField({ id: 'report-text', name: 'text', label: reported.text, rows: 6 }),
    ]}</details>`,
    areaField({
      id: 'report-reason',
      name: 'reason',
      label: reported.reason,
      hint: reported.reasonHint,
      required: true,
    }),
    checkbox({ id: 'report-hotline', name: 'hotline', value: '1', label: reported.hotline, checked: false }),
    html`<button class="quiet" type="submit">${stream.reportSubmit}</button>`,
  ])}</details>`;
}

/** Takes in what somebody reports. */
export function reportRoute({ casework }: DeskOptions): Hono<DeskEnv> {
  const routes = new Hono<DeskEnv>();
  routes.post('/stream/report', async (c) => {
    const { url, outlet, title, text = '', reason, hotline } = await readForm(c, form);
    const about = { reason, receivedBy: hotline === undefined ? 'agency' : 'hotline' } as const;
    const { actor } = c.get('signed');
    if (url === null && (outlet === null || title === null || text.trim() === '')) throw new InvalidForm(['url']);
    const { articleId } = await casework.reportItem(
      actor,
      url === null ? { outlet: outlet ?? '', title: title ?? '', text, ...about } : { url, ...about },
    );
    return c.redirect(`/articles/${articleId}`, 303);
  });
  return routes;
}
