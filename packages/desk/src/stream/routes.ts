import {
  markArticlesRead,
  removeFilter,
  saveFilter,
  searchItems,
  viewItemChoices,
  viewItems,
  viewSavedFilters,
} from '@lamro/database';
import { Hono } from 'hono';
import { z } from 'zod';
import { allow } from '../desk/allow.ts';
import type { DeskOptions } from '../desk/options.ts';
import { optionalText, readForm, readQuery, requiredText } from '../desk/read.ts';
import type { DeskEnv, SignedView } from '../desk/view.ts';
import { localPath, pathWith } from '../page/address.ts';
import { bulkRoute } from './bulk.ts';
import { itemFilter, type StreamQuery, streamQuery } from './filter.ts';
import { newestRoutes } from './newest.ts';
import { streamPage } from './page.ts';
import { reportRoute } from './report.ts';

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
  routes.route('/', reportRoute(options));
  routes.route('/', newestRoutes(options));
  bulkRoute(routes, options);
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
  return searchItems(pool, { ...itemFilter(query, who(view)), text: query.q, offset: query.offset });
}
