import type { WebhookSecret } from '@lamro/casework';
import { viewDeliveries, viewDeliveryAttempts, viewWebhooks } from '@lamro/database';
import { noticeKindSchema } from '@lamro/domain';
import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { allow } from '../desk/allow.ts';
import type { DeskOptions } from '../desk/options.ts';
import { found, optionalId, pathId, readForm, readQuery, requiredText } from '../desk/read.ts';
import type { DeskEnv } from '../desk/view.ts';
import { deliveriesPage, deliveryPage } from './deliveries-page.ts';
import { webhooksPage } from './webhooks-page.ts';

const PAGE = 50;
const webhookForm = z.object({
  url: requiredText,
  'kinds[]': z.union([noticeKindSchema.transform((kind) => [kind]), z.array(noticeKindSchema)]).default([]),
});
const listQuery = z.object({
  state: z
    .enum(['waiting', 'sending', 'delivered', 'failed', 'uncertain', 'settled'])
    .nullable()
    .catch(null)
    .default(null),
  webhook: optionalId,
  after: optionalId,
});

/** Webhooks and deliveries: who gets notices elsewhere, what failed, and what waits for a person's word. */
export function deliveryRoutes(options: DeskOptions): Hono<DeskEnv> {
  const routes = new Hono<DeskEnv>();
  webhookRoutes(routes, options);
  const { pool, casework } = options;
  routes.get('/administration/deliveries', async (c) => {
    const view = c.get('signed');
    allow(view.actor, 'webhook.change');
    const { state, webhook, after } = readQuery(c, listQuery);
    const filter = { profile: view.actor.profile, id: null, state, webhookId: webhook, afterId: after };
    const rows = await viewDeliveries(pool, { ...filter, limit: PAGE + 1 });
    const deliveries = rows.slice(0, PAGE);
    const next = rows.length > PAGE ? (deliveries.at(-1)?.id ?? null) : null;
    return c.html(deliveriesPage(view, { deliveries, state, webhook, next, cursor: after }));
  });
  routes.get('/administration/deliveries/:id', async (c) => {
    const view = c.get('signed');
    allow(view.actor, 'webhook.change');
    const { profile } = view.actor;
    const id = pathId(c);
    const filter = { profile, id, state: null, webhookId: null, afterId: null, limit: 1 };
    const delivery = found((await viewDeliveries(pool, filter))[0] ?? null);
    return c.html(deliveryPage(view, delivery, await viewDeliveryAttempts(pool, profile, id)));
  });
  routes.post('/administration/deliveries/:id/:decision{(again|settle)}', async (c) => {
    const deliveryId = pathId(c);
    const again = c.req.param('decision') === 'again';
    await casework.decideDelivery(c.get('signed').actor, { deliveryId, again });
    return c.redirect(`/administration/deliveries/${deliveryId}`, 303);
  });
  return routes;
}

function webhookRoutes(routes: Hono<DeskEnv>, { pool, casework }: DeskOptions): void {
  const show = async (c: Context<DeskEnv>, made: WebhookSecret | null) => {
    const view = c.get('signed');
    allow(view.actor, 'webhook.change');
    return c.html(webhooksPage(view, await viewWebhooks(pool, view.actor.profile), made));
  };
  routes.get('/administration/webhooks', (c) => show(c, null));
  routes.post('/administration/webhooks', async (c) => {
    const { url, 'kinds[]': kinds } = await readForm(c, webhookForm);
    return show(c, await casework.addWebhook(c.get('signed').actor, { url, kinds }));
  });
  routes.post('/administration/webhooks/:id/rotate', async (c) =>
    show(c, await casework.rotateWebhook(c.get('signed').actor, { webhookId: pathId(c) })),
  );
  routes.post('/administration/webhooks/:id/:change{(on|off)}', async (c) => {
    const enabled = c.req.param('change') === 'on';
    await casework.switchWebhook(c.get('signed').actor, { webhookId: pathId(c), enabled });
    return c.redirect('/administration/webhooks', 303);
  });
  routes.post('/administration/webhooks/:id/remove', async (c) => {
    await casework.removeWebhook(c.get('signed').actor, { webhookId: pathId(c) });
    return c.redirect('/administration/webhooks', 303);
  });
}
