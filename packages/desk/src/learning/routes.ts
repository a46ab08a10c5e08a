import { viewWeights } from '@lamro/database';
import { Hono } from 'hono';
import { z } from 'zod';
import { allow } from '../desk/allow.ts';
import type { DeskOptions } from '../desk/options.ts';
import { optionalText, readForm, requiredText } from '../desk/read.ts';
import type { DeskEnv } from '../desk/view.ts';
import { weightsPage } from './page.ts';

/** Versions of the flag's weights: what they are, how well they fit, learning them anew and putting one in force. */
export function learningRoutes({ pool, casework }: DeskOptions): Hono<DeskEnv> {
  const routes = new Hono<DeskEnv>();
  routes.get('/administration/weights', async (c) => {
    const view = c.get('signed');
    allow(view.actor, 'report.read');
    return c.html(weightsPage(view, await viewWeights(pool, view.actor.profile)));
  });
  routes.post('/administration/weights', async (c) => {
    const view = c.get('signed');
    const learned = await casework.relearnWeights(view.actor, {});
    return c.html(weightsPage(view, await viewWeights(pool, view.actor.profile), learned));
  });
  routes.post('/administration/weights/in-force', async (c) => {
    const { version, reason } = await readForm(c, z.object({ version: optionalText, reason: requiredText }));
    await casework.putWeightsInForce(c.get('signed').actor, { version, reason });
    return c.redirect('/administration/weights', 303);
  });
  return routes;
}
