import { createToken, hashToken, may } from '@lamro/access';
import {
  findFilterFeed,
  listFilterFeeds,
  openFilterFeed,
  revokeFilterFeed,
  type SavedFilterView,
  viewSavedFilters,
} from '@lamro/database';
import { type Context, Hono } from 'hono';
import { etag } from 'hono/etag';
import { z } from 'zod';
import { allow } from '../desk/allow.ts';
import type { DeskOptions } from '../desk/options.ts';
import { readForm } from '../desk/read.ts';
import { NotFound } from '../desk/refusals.ts';
import type { DeskEnv } from '../desk/view.ts';
import { followedItems, itemFeed } from './items.ts';
import { feedPage } from './page.ts';

const filterForm = z.object({ id: z.string().regex(/^\d{1,18}$/) });

/** Feeds of saved filters at private addresses: the secret in the address is the only key, so no session is asked for. */
export function feedRoutes({ pool, baseUrl }: DeskOptions): Hono {
  const routes = new Hono();
  routes.get('/feeds/:file{[A-Za-z0-9_-]{43}\\.(?:atom|json)}', etag(), async (c) => {
    const [token = '', format = ''] = c.req.param('file').split('.');
    const filter = await findFilterFeed(pool, hashToken(token));
    if (filter === null) return c.text('404', 404);
    const { ownerId: id, ownerName: name, profile, role, agency } = filter;
    if (!may({ id, name, profile, role, agency }, 'press.read', { profile }).allowed) return c.text('404', 404);
    const self = new URL(c.req.path, baseUrl).href;
    const wanted = format === 'json' ? 'json' : 'atom';
    const feed = itemFeed(filter, await followedItems(pool, filter), { baseUrl, self }, wanted);
    const type = format === 'json' ? 'application/feed+json' : 'application/atom+xml';
    return c.body(feed, 200, {
      'Content-Type': `${type}; charset=utf-8`,
      'Cache-Control': 'private, max-age=300',
      // The address is a secret: it goes to no other site, and no search engine keeps it.
      'Referrer-Policy': 'no-referrer',
      'X-Robots-Tag': 'noindex',
      'X-Content-Type-Options': 'nosniff',
    });
  });
  return routes;
}

/** Where a person gives their filters private addresses and takes them back. */
export function feedSettingRoutes({ pool, clock, baseUrl }: DeskOptions): Hono<DeskEnv> {
  const routes = new Hono<DeskEnv>();
  const show = async (c: Context<DeskEnv>, given: { filterId: string; addresses: readonly string[] } | null) => {
    const view = c.get('signed');
    const { profile, id } = view.actor;
    const filters: readonly SavedFilterView[] = await viewSavedFilters(pool, profile, id);
    return c.html(feedPage(view, filters, await listFilterFeeds(pool, profile, id), given));
  };
  routes.get('/stream/feeds', (c) => {
    allow(c.get('signed').actor, 'press.read');
    return show(c, null);
  });
  routes.post('/stream/feeds', async (c) => {
    const { actor } = c.get('signed');
    allow(actor, 'filter.save');
    const { id: filterId } = await readForm(c, filterForm);
    const token = createToken();
    const feed = { profile: actor.profile, filterId, owner: actor.id, tokenSha256: hashToken(token), at: clock.now() };
    if (!(await openFilterFeed(pool, feed))) throw new NotFound();
    return show(c, { filterId, addresses: feedAddresses(baseUrl, token) });
  });
  routes.post('/stream/feeds/revoke', async (c) => {
    const { actor } = c.get('signed');
    allow(actor, 'filter.save');
    const { id: filterId } = await readForm(c, filterForm);
    await revokeFilterFeed(pool, { profile: actor.profile, filterId, owner: actor.id, at: clock.now() });
    return c.redirect('/stream/feeds', 303);
  });
  return routes;
}

/** The addresses of a token, shown once. */
function feedAddresses(baseUrl: string, token: string): readonly string[] {
  return ['atom', 'json'].map((format) => new URL(`/feeds/${token}.${format}`, baseUrl).href);
}
