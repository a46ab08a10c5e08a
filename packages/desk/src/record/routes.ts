import { viewRecords } from '@lamro/database';
import { formatNumber } from '@lamro/wording';
import { Hono } from 'hono';
import { z } from 'zod';
import { allow } from '../desk/allow.ts';
import type { DeskOptions } from '../desk/options.ts';
import { pathId, readForm, readQuery, requiredText } from '../desk/read.ts';
import type { DeskEnv } from '../desk/view.ts';
import { importRoute } from './import.ts';
import { RECORD_PAGE, recordPage } from './page.ts';
import { recordQuery } from './query.ts';

/** The official records that flags rest on. */
export function recordRoutes(options: DeskOptions): Hono<DeskEnv> {
  const { pool, casework } = options;
  const routes = new Hono<DeskEnv>();
  routes.get('/records', async (c) => {
    const view = c.get('signed');
    allow(view.actor, 'record.read');
    const query = readQuery(c, recordQuery);
    const records = await viewRecords(pool, {
      profile: view.actor.profile,
      id: query.id,
      kind: query.kind,
      text: query.q,
      afterId: query.after,
      limit: RECORD_PAGE + 1,
    });
    const changed = z.coerce.number().int().nonnegative().safeParse(c.req.query('imported'));
    const status = changed.success ? view.words.records.imported(formatNumber(changed.data, view.locale)) : null;
    return c.html(recordPage(view, query, records, { status }));
  });
  routes.post('/records/:id/withdraw', async (c) => {
    const { reason } = await readForm(c, z.object({ reason: requiredText }));
    await casework.withdrawRecord(c.get('signed').actor, { recordId: pathId(c), reason });
    return c.redirect('/records', 303);
  });
  importRoute(routes, options);
  return routes;
}
