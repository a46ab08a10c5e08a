import { viewSourceAttempts, viewSources } from '@lamro/database';
import { LANGUAGES, SOURCE_KINDS } from '@lamro/domain';
import { Hono } from 'hono';
import { z } from 'zod';
import { allow } from '../desk/allow.ts';
import type { DeskOptions } from '../desk/options.ts';
import { found, pathId, readForm, requiredText } from '../desk/read.ts';
import type { DeskEnv } from '../desk/view.ts';
import { listRoutes } from './lists.ts';
import { sourceListPage, sourcePage } from './page.ts';
import { trialPage } from './trial-page.ts';

const MOST = 1_000;

const newSource = z.object({
  outlet: requiredText,
  url: requiredText,
  kind: z.enum(SOURCE_KINDS).exclude(['intake']),
  language: z.enum(LANGUAGES),
  country: requiredText,
});

/** Sources with their health; adding them, and switching them on and off. */
export function sourceRoutes(options: DeskOptions): Hono<DeskEnv> {
  const { pool, casework } = options;
  const routes = new Hono<DeskEnv>();
  routes.get('/sources', async (c) => {
    const view = c.get('signed');
    allow(view.actor, 'source.read');
    const { profile } = view.actor;
    return c.html(
      sourceListPage(view, await viewSources(pool, { profile, id: null, alarmedOnly: false, limit: MOST })),
    );
  });
  routes.post('/sources/trial', async (c) => {
    const view = c.get('signed');
    const { url } = await readForm(c, z.object({ url: requiredText }));
    return c.html(trialPage(view, await casework.previewSource(view.actor, { url })));
  });
  listRoutes(routes, options);
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
  routes.post('/sources', async (c) => {
    const form = await readForm(c, newSource);
    const { sourceId } = await casework.addSource(c.get('signed').actor, form);
    return c.redirect(`/sources/${sourceId}`, 303);
  });
  routes.post('/sources/:id/:switch{(on|off)}', async (c) => {
    const sourceId = pathId(c);
    await casework.changeSource(c.get('signed').actor, { sourceId, enabled: c.req.param('switch') === 'on' });
    return c.redirect(`/sources/${sourceId}`, 303);
  });
  return routes;
}
