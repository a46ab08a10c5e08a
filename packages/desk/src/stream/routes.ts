import {
  markArticlesRead,
  removeFilter,
  saveFilter,
  searchItems,
  viewItemChoices,
  viewItems,
  viewSavedFilters,
} from '@lamro/database';
import { formatNumber } from '@lamro/wording';
import { Hono } from 'hono';
import { html } from 'hono/html';
import { z } from 'zod';
import { allow } from '../desk/allow.ts';
import type { DeskOptions } from '../desk/options.ts';
import { optionalText, readForm, readQuery, requiredText } from '../desk/read.ts';
import type { DeskEnv, SignedView } from '../desk/view.ts';
import { localPath, pathWith } from '../page/address.ts';
import { cursorOf, itemFilter, PAGE_SIZE, type StreamQuery, streamQuery } from './filter.ts';
import { streamPage } from './page.ts';

const COUNTED = 99;

/** The stream, its saved filters, and what each person has read of it. */
export function streamRoutes(options: DeskOptions): Hono<DeskEnv> {
  const { pool, clock } = options;
  const routes = new Hono<DeskEnv>();
  routes.get('/stream', async (c) => {
    const view = c.get('signed');
    allow(view.actor, 'press.read');
    const query = readQuery(c, streamQuery);
    const [items, choices, saved] = await Promise.all([
      readItems(options, view, query),
      viewItemChoices(pool, view.actor.profile),
      viewSavedFilters(pool, view.actor.profile, view.actor.id),
    ]);
    return c.html(streamPage(view, { query, items, choices, saved }));
  });
  routes.get('/stream/newer', async (c) => {
    const view = c.get('signed');
    allow(view.actor, 'press.read');
    const than = c.req.query('than') ?? '';
    const newest = await viewItems(pool, { ...itemFilter(streamQuery.parse({}), who(view)), limit: COUNTED });
    const index = newest.findIndex((row) => cursorOf(row) === than);
    const count = index === -1 ? newest.length : index;
    if (count === 0) return c.html(html``);
    const shown = count === COUNTED ? `${COUNTED}+` : formatNumber(count, view.locale);
    return c.html(html`<a class="button" href="/stream">${view.words.stream.newItems(shown)}</a>`);
  });
  routes.post('/stream/seen', async (c) => {
    const view = c.get('signed');
    const form = await readForm(
      c,
      z.object({ ids: z.string().regex(/^\d{1,18}( \d{1,18}){0,99}$/), back: z.string() }),
    );
    await markArticlesRead(pool, {
      profile: view.actor.profile,
      reader: view.actor.id,
      articleIds: form.ids.split(' '),
      at: clock.now(),
    });
    return c.redirect(localPath(form.back), 303);
  });
  routes.post('/stream/report', async (c) => {
    const { url } = await readForm(c, z.object({ url: requiredText }));
    const { articleId } = await options.casework.reportItem(c.get('signed').actor, { url });
    return c.redirect(`/articles/${articleId}`, 303);
  });
  savedFilterRoutes(routes, options);
  return routes;
}

function savedFilterRoutes(routes: Hono<DeskEnv>, { pool }: DeskOptions): void {
  routes.post('/stream/filters', async (c) => {
    const { actor } = c.get('signed');
    const form = await readForm(
      c,
      z.object({ name: requiredText.pipe(z.string().max(80)), query: z.string().max(2_000), shared: optionalText }),
    );
    const shared = form.shared !== null;
    allow(actor, shared ? 'filter.share' : 'filter.save');
    // Written back from what was understood of it, so that nothing else can stand in a link that others follow.
    const query = streamQuery.parse(Object.fromEntries(new URLSearchParams(form.query)));
    const kept = cleanQuery(query);
    await saveFilter(pool, { profile: actor.profile, owner: actor.id, name: form.name, query: kept, shared });
    return c.redirect(`/stream?${kept}`, 303);
  });
  routes.post('/stream/filters/remove', async (c) => {
    const { actor } = c.get('signed');
    const { id } = await readForm(c, z.object({ id: z.string().regex(/^\d{1,18}$/) }));
    await removeFilter(pool, { profile: actor.profile, owner: actor.id, id });
    return c.redirect('/stream', 303);
  });
}

function cleanQuery(query: StreamQuery): string {
  const { after: _after, offset: _offset, ...conditions } = query;
  return pathWith('', conditions).slice(1);
}

function who(view: SignedView): { profile: string; reader: string } {
  return { profile: view.actor.profile, reader: view.actor.id };
}

function readItems({ pool }: DeskOptions, view: SignedView, query: StreamQuery) {
  if (query.q === null) return viewItems(pool, itemFilter(query, who(view)));
  return searchItems(pool, {
    ...who(view),
    text: query.q,
    relevantOnly: query.scope === 'relevant',
    offset: query.offset,
    limit: PAGE_SIZE + 1,
  });
}
