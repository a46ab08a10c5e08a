import { formatNumber } from '@lamro/wording';
import type { Hono } from 'hono';
import { html } from 'hono/html';
import type { DeskOptions } from '../desk/options.ts';
import { InvalidForm } from '../desk/refusals.ts';
import type { DeskEnv } from '../desk/view.ts';
import { layout } from '../page/layout.ts';
import { section } from '../page/parts.ts';

/** Sources as a subscription list, out and in. */
export function listRoutes(routes: Hono<DeskEnv>, { casework }: DeskOptions): void {
  routes.get('/sources.opml', async (c) => {
    const { actor } = c.get('signed');
    const { opml } = await casework.exportOpml(actor, {});
    return c.body(opml, 200, {
      'Content-Type': 'text/x-opml; charset=utf-8',
      'Content-Disposition': `attachment; filename="nguon-tin-${actor.profile}.opml"`,
    });
  });
  routes.post('/sources/opml', async (c) => {
    const view = c.get('signed');
    const { file, watch } = await c.req.parseBody();
    if (!(file instanceof File) || file.name === '') throw new InvalidForm(['file']);
    const result = await casework.importOpml(view.actor, { opml: await file.text(), enabled: watch !== undefined });
    const number = (count: number) => formatNumber(count, view.locale);
    const { lists: words, sources, bulk } = view.words;
    return c.html(
      layout(view, {
        title: words.title,
        status: words.result(number(result.added.length), number(result.known)),
        body: html`${
          result.refused.length === 0
            ? ''
            : section(
                'refused',
                words.refused(number(result.refused.length)),
                html`<ul>${result.refused.map((line) => html`<li>${line}</li>`)}</ul>`,
              )
        }<p><a class="button" href="/sources">${bulk.backToList}: ${sources.title}</a></p>`,
      }),
    );
  });
}
