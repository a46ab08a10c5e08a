import { viewAudit, viewEventRoots, viewSpokespersons } from '@lamro/database';
import { roleSchema } from '@lamro/domain';
import { Hono } from 'hono';
import { z } from 'zod';
import { allow } from '../desk/allow.ts';
import type { DeskOptions } from '../desk/options.ts';
import { optionalDay, optionalText, pathId, readForm, requiredText } from '../desk/read.ts';
import { NotFound } from '../desk/refusals.ts';
import type { DeskEnv } from '../desk/view.ts';
import { accountsPage } from './accounts-page.ts';
import { auditPage } from './audit-page.ts';
import { profilePage } from './profile-page.ts';

const AUDIT_MOST = 200;
const invitation = z.object({
  email: z.email(),
  name: optionalText,
  role: roleSchema,
  agency: optionalText,
});

const speaker = z.object({
  agency: requiredText,
  name: requiredText,
  post: requiredText,
  ground: z.enum(['head', 'appointed', 'delegated']),
  documentNumber: optionalText,
  validFrom: z.iso.date(),
  validTo: optionalDay,
});

/** Accounts, the profile with its clauses, spokespersons, and the audit trail. */
export function administrationRoutes({ pool, identity, casework }: DeskOptions): Hono<DeskEnv> {
  const routes = new Hono<DeskEnv>();
  routes.get('/administration', async (c) => {
    const view = c.get('signed');
    allow(view.actor, 'account.read');
    return c.html(accountsPage(view, await identity.listAccounts(view.actor.profile), null));
  });
  routes.post('/administration/invitations', async (c) => {
    const view = c.get('signed');
    allow(view.actor, 'account.change');
    const form = await readForm(c, invitation);
    const { profile, id: invitedBy } = view.actor;
    const link = await identity.invite({ ...form, profile, invitedBy });
    return c.html(accountsPage(view, await identity.listAccounts(profile), link));
  });
  routes.post('/administration/accounts/:id/:change{(disable|enable|unlock)}', async (c) => {
    const { actor } = c.get('signed');
    allow(actor, 'account.change');
    const account = await identity.findAccount(c.req.param('id'));
    if (account === null || account.profile !== actor.profile) throw new NotFound();
    const change = c.req.param('change');
    if (change === 'unlock') await identity.unlock(account, actor);
    else await identity.changeAccount({ id: account.id, disabled: change === 'disable' }, actor);
    return c.redirect('/administration', 303);
  });
  routes.post('/administration/spokespersons', async (c) => {
    const form = await readForm(c, speaker);
    await casework.registerSpokesperson(c.get('signed').actor, form);
    return c.redirect('/administration/profile', 303);
  });
  routes.post('/administration/spokespersons/:id/end', async (c) => {
    await casework.endSpokesperson(c.get('signed').actor, { spokespersonId: pathId(c) });
    return c.redirect('/administration/profile', 303);
  });
  routes.get('/administration/profile', async (c) => {
    const view = c.get('signed');
    allow(view.actor, 'profile.read');
    return c.html(profilePage(view, await viewSpokespersons(pool, view.actor.profile)));
  });
  routes.get('/administration/audit', async (c) => {
    const view = c.get('signed');
    allow(view.actor, 'audit.read');
    const { profile } = view.actor;
    const [entries, roots] = await Promise.all([
      viewAudit(pool, { profile, afterId: null, limit: AUDIT_MOST }),
      viewEventRoots(pool, profile),
    ]);
    return c.html(auditPage(view, entries, roots));
  });
  return routes;
}
