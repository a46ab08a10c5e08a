import { verifyChain } from '@lamro/casework';
import {
  type Pool,
  viewAudit,
  viewClassifiers,
  viewEventRoots,
  viewRetention,
  viewSpokespersons,
  viewTranslators,
} from '@lamro/database';
import { roleSchema } from '@lamro/domain';
import { loadCalendar } from '@lamro/profiles';
import { formatNumber } from '@lamro/wording';
import { Hono } from 'hono';
import { z } from 'zod';
import { allow } from '../desk/allow.ts';
import type { DeskOptions } from '../desk/options.ts';
import { optionalDay, optionalId, optionalText, pathId, readForm, readQuery, requiredText } from '../desk/read.ts';
import { NotFound } from '../desk/refusals.ts';
import type { DeskEnv } from '../desk/view.ts';
import { accountsPage } from './accounts-page.ts';
import { AUDIT_PAGE, auditPage } from './audit-page.ts';
import { calendarPage } from './calendar-page.ts';
import { modelsPage } from './models-page.ts';
import { profilePage } from './profile-page.ts';
import { retentionPage } from './retention-page.ts';

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
  overviewRoutes(routes, { pool, casework });
  auditRoute(routes, pool);
  return routes;
}

const MONTH_MS = 30 * 24 * 3600 * 1000;

/** What the installation works by: calendar, models, retention. */
function overviewRoutes(routes: Hono<DeskEnv>, { pool, casework }: Pick<DeskOptions, 'pool' | 'casework'>): void {
  routes.get('/administration/calendar', (c) => {
    const view = c.get('signed');
    allow(view.actor, 'profile.read');
    return c.html(calendarPage(view, loadCalendar()));
  });
  routes.get('/administration/models', async (c) => {
    const view = c.get('signed');
    allow(view.actor, 'queue.read');
    const { profile } = view.actor;
    const since = new Date(view.now.getTime() - MONTH_MS);
    const [classifiers, translators, rules] = await Promise.all([
      viewClassifiers(pool, profile, since),
      viewTranslators(pool, profile, since),
      casework.viewRuleSet(view.actor, {}),
    ]);
    const { asked } = readQuery(c, z.object({ asked: optionalId }));
    const status = asked === null ? null : view.words.judging.askedMany(formatNumber(Number(asked), view.locale));
    return c.html(modelsPage(view, { classifiers, translators, rules }, status));
  });
  routes.post('/administration/models/judge', async (c) => {
    const form = await readForm(c, z.object({ judged: z.enum(['older-rules', 'without-models', 'failed']) }));
    const { asked } = await casework.judgeManyAnew(c.get('signed').actor, form);
    return c.redirect(`/administration/models?asked=${asked}`, 303);
  });
  routes.get('/administration/retention', async (c) => {
    const view = c.get('signed');
    allow(view.actor, 'queue.read');
    return c.html(retentionPage(view, await viewRetention(pool)));
  });
}

/** The audit trail, and on request the state of the chain of events. */
function auditRoute(routes: Hono<DeskEnv>, pool: Pool): void {
  routes.get('/administration/audit', async (c) => {
    const view = c.get('signed');
    allow(view.actor, 'audit.read');
    const { profile } = view.actor;
    const { before, check } = readQuery(c, z.object({ before: optionalId, check: optionalText }));
    if (check !== null) allow(view.actor, 'chain.verify');
    const [entries, roots, chain] = await Promise.all([
      viewAudit(pool, { profile, afterId: before, limit: AUDIT_PAGE + 1 }),
      viewEventRoots(pool, profile),
      check === null ? null : verifyChain(pool, profile),
    ]);
    return c.html(auditPage(view, { entries, roots, chain, first: before === null }));
  });
}
