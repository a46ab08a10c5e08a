import { countDismissals, countStruckSignals, measureFairness, viewSources } from '@lamro/database';
import { Hono } from 'hono';
import { allow } from '../desk/allow.ts';
import type { DeskOptions } from '../desk/options.ts';
import { NotFound } from '../desk/refusals.ts';
import type { DeskEnv } from '../desk/view.ts';
import { fairnessPage } from './fairness-page.ts';
import { FIGURE_IDS, readFigures } from './figures.ts';
import { reportPage } from './page.ts';
import { periodRoutes } from './period-routes.ts';
import { csvOf } from './series.ts';

const QUARTER_MS = 90 * 24 * 3600 * 1000;
const MOST_SILENT = 50;

/** Charts with their tables, and the page on fairness. */
export function reportRoutes(options: DeskOptions): Hono<DeskEnv> {
  const { pool } = options;
  const routes = new Hono<DeskEnv>();
  routes.route('/', periodRoutes(options));
  routes.get('/reports', async (c) => {
    const view = c.get('signed');
    allow(view.actor, 'report.read');
    return c.html(reportPage(view, await Promise.all(FIGURE_IDS.map((id) => readFigures(pool, view, id)))));
  });
  routes.get('/reports/:file{[a-z]+\\.csv}', async (c) => {
    const view = c.get('signed');
    allow(view.actor, 'report.read');
    const asked = c.req.param('file').replace(/\.csv$/, '');
    const id = FIGURE_IDS.find((known) => known === asked);
    if (id === undefined) throw new NotFound();
    return c.body(csvOf(await readFigures(pool, view, id)), 200, {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${id}.csv"`,
    });
  });
  routes.get('/fairness', async (c) => {
    const view = c.get('signed');
    allow(view.actor, 'report.read');
    const { profile } = view.actor;
    const since = new Date(view.now.getTime() - QUARTER_MS);
    const [measures, dismissals, struck, silent] = await Promise.all([
      measureFairness(pool, profile, since),
      countDismissals(pool, profile, since),
      countStruckSignals(pool, profile, since),
      viewSources(pool, { profile, id: null, alarmedOnly: true, limit: MOST_SILENT }),
    ]);
    return c.html(fairnessPage(view, { measures, dismissals, struck, silent }));
  });
  return routes;
}
