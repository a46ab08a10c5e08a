import { viewSourceAttempts, viewSources } from '@lamro/database';
import { Hono } from 'hono';
import { allow } from '../desk/allow.ts';
import type { DeskOptions } from '../desk/options.ts';
import { found, pathId } from '../desk/read.ts';
import type { DeskEnv } from '../desk/view.ts';
import { opmlOf } from './opml.ts';
import { sourceListPage, sourcePage } from './page.ts';

const MOST = 1_000;

/** Sources with their health. */
export function sourceRoutes({ pool }: DeskOptions): Hono<DeskEnv> {
  const routes = new Hono<DeskEnv>();
  routes.get('/sources', async (c) => {
    const view = c.get('signed');
    allow(view.actor, 'source.read');
    const { profile } = view.actor;
    return c.html(
      sourceListPage(view, await viewSources(pool, { profile, id: null, alarmedOnly: false, limit: MOST })),
    );
  });
  routes.get('/sources.opml', async (c) => {
    const view = c.get('signed');
    allow(view.actor, 'source.read');
    const { profile } = view.actor;
    const sources = await viewSources(pool, { profile, id: null, alarmedOnly: false, limit: MOST });
    return c.body(opmlOf(view, sources), 200, {
      'Content-Type': 'text/x-opml; charset=utf-8',
      'Content-Disposition': `attachment; filename="nguon-tin-${profile}.opml"`,
    });
  });
  routes.get('/sources/:id', async (c) => {
    const view = c.get('signed');
    allow(view.actor, 'source.read');
    const { profile } = view.actor;
    const id = pathId(c);
    const [sources, attempts] = await Promise.all([
      viewSources(pool, { profile, id, alarmedOnly: false, limit: 1 }),
      viewSourceAttempts(pool, profile, id),
    ]);
    return c.html(sourcePage(view, found(sources[0] ?? null), attempts));
  });
  return routes;
}
