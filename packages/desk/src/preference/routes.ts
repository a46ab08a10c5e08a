import { findDeliveryPreference } from '@lamro/database';
import { LOCALES } from '@lamro/wording';
import { type Context, Hono } from 'hono';
import { setCookie } from 'hono/cookie';
import { z } from 'zod';
import { signedOnly } from '../desk/middleware.ts';
import type { DeskOptions } from '../desk/options.ts';
import { readForm, requiredText } from '../desk/read.ts';
import { type DeskEnv, THEMES } from '../desk/view.ts';
import { localPath } from '../page/address.ts';
import { saveNoticeWishes } from './notice-route.ts';
import { preferencesPage } from './page.ts';
import { enrolmentPage } from './security-page.ts';

const display = z.object({
  language: z.enum(LOCALES).optional(),
  theme: z.enum(THEMES).optional(),
  back: z.string().optional(),
});
const YEAR = 365 * 24 * 3600;

/** Language and theme (before sign-in too), and one's own sessions. */
export function preferenceRoutes(options: DeskOptions): Hono<DeskEnv> {
  const { identity, baseUrl } = options;
  const routes = new Hono<DeskEnv>();
  const cookie = { path: '/', maxAge: YEAR, sameSite: 'Lax', secure: baseUrl.startsWith('https:') } as const;
  routes.post('/preferences/display', async (c) => {
    const form = await readForm(c, display);
    if (form.language !== undefined) setCookie(c, 'lamro_language', form.language, cookie);
    if (form.theme !== undefined) setCookie(c, 'lamro_theme', form.theme, cookie);
    return c.redirect(localPath(form.back), 303);
  });
  routes.get('/preferences', signedOnly, async (c) => showPreferences(c, options, {}));
  routes.post('/preferences/notices', signedOnly, async (c) => {
    if (await saveNoticeWishes(c, options)) return c.redirect('/preferences?done=notices', 303);
    return showPreferences(c, options, { problem: c.get('view').words.noticeWishes.refused });
  });
  securityRoutes(routes, options);
  routes.post('/preferences/sessions/end', signedOnly, async (c) => {
    const { session } = await readForm(c, z.object({ session: requiredText }));
    const mine = await identity.listSessions(c.req.raw.headers);
    const chosen = mine.find(({ id }) => id === session);
    if (chosen !== undefined) await identity.endSession({ token: chosen.token, headers: c.req.raw.headers });
    return c.redirect('/preferences', 303);
  });
  return routes;
}

const passwordChange = z.object({ current: z.string().min(1).max(1_000), next: z.string().min(1).max(1_000) });
const onePassword = z.object({ password: z.string().min(1).max(1_000) });
const oneCode = z.object({ code: z.string().trim().min(1).max(40) });

/** Changing the password, and switching the second factor on and off. */
function securityRoutes(routes: Hono<DeskEnv>, options: DeskOptions): void {
  const { identity } = options;
  routes.post('/preferences/password', signedOnly, async (c) => {
    const { current, next } = await readForm(c, passwordChange);
    const words = c.get('view').words.preferences;
    const outcome = await identity.changePassword({ current, next, headers: c.req.raw.headers });
    if (outcome.kind !== 'signed-in') return showPreferences(c, options, { problem: words.changeRefused });
    for (const cookie of outcome.headers.getSetCookie()) c.header('Set-Cookie', cookie, { append: true });
    return c.redirect('/preferences?done=password', 303);
  });
  routes.post('/preferences/second-factor', signedOnly, async (c) => {
    const { password } = await readForm(c, onePassword);
    const enrolment = await identity.enrolSecondFactor({ password, headers: c.req.raw.headers });
    if (enrolment !== null) return c.html(enrolmentPage(c.get('signed'), enrolment, null));
    return showPreferences(c, options, { problem: c.get('view').words.preferences.factorRefused });
  });
  routes.post('/preferences/second-factor/confirm', signedOnly, async (c) => {
    const { code } = await readForm(c, oneCode);
    const outcome = await identity.verifySecondFactor({ code, headers: c.req.raw.headers });
    if (outcome.kind !== 'signed-in')
      return c.html(enrolmentPage(c.get('signed'), null, c.get('view').words.signIn.codeRefused), 422);
    for (const cookie of outcome.headers.getSetCookie()) c.header('Set-Cookie', cookie, { append: true });
    return c.redirect('/preferences?done=factor', 303);
  });
  routes.post('/preferences/second-factor/remove', signedOnly, async (c) => {
    const { password } = await readForm(c, onePassword);
    if (await identity.removeSecondFactor({ password, headers: c.req.raw.headers }))
      return c.redirect('/preferences?done=no-factor', 303);
    return showPreferences(c, options, { problem: c.get('view').words.preferences.factorRefused });
  });
}

async function showPreferences(
  c: Context<DeskEnv>,
  { identity, pool }: DeskOptions,
  { problem = null }: { problem?: string | null },
) {
  const view = c.get('signed');
  const words = view.words.preferences;
  const done: Readonly<Record<string, string>> = {
    password: words.changed,
    notices: view.words.noticeWishes.saved,
    factor: words.factorDone,
    'no-factor': words.factorGone,
  };
  const [sessions, account, wishes] = await Promise.all([
    identity.listSessions(c.req.raw.headers),
    identity.findAccount(view.actor.id),
    findDeliveryPreference(pool, view.actor.id),
  ]);
  const status = done[c.req.query('done') ?? ''] ?? null;
  const cookies = decodeURIComponent(c.req.header('cookie') ?? '');
  const page = preferencesPage(view, {
    sessions,
    here: sessions.find(({ token }) => cookies.includes(`=${token}.`))?.token ?? null,
    secondFactor: account?.secondFactor ?? false,
    wishes,
    status,
    problem,
  });
  return c.html(page, problem === null ? 200 : 422);
}
