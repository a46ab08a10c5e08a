import { LOCALES } from '@lamro/wording';
import { Hono } from 'hono';
import { setCookie } from 'hono/cookie';
import { z } from 'zod';
import { signedOnly } from '../desk/middleware.ts';
import type { DeskOptions } from '../desk/options.ts';
import { readForm, requiredText } from '../desk/read.ts';
import { type DeskEnv, THEMES } from '../desk/view.ts';
import { localPath } from '../page/address.ts';
import { preferencesPage } from './page.ts';

const display = z.object({
  language: z.enum(LOCALES).optional(),
  theme: z.enum(THEMES).optional(),
  back: z.string().optional(),
});
const YEAR = 365 * 24 * 3600;

/** Language and theme (before sign-in too), and one's own sessions. */
export function preferenceRoutes({ identity, baseUrl }: DeskOptions): Hono<DeskEnv> {
  const routes = new Hono<DeskEnv>();
  const cookie = { path: '/', maxAge: YEAR, sameSite: 'Lax', secure: baseUrl.startsWith('https:') } as const;
  routes.post('/preferences/display', async (c) => {
    const form = await readForm(c, display);
    if (form.language !== undefined) setCookie(c, 'lamro_language', form.language, cookie);
    if (form.theme !== undefined) setCookie(c, 'lamro_theme', form.theme, cookie);
    return c.redirect(localPath(form.back), 303);
  });
  routes.get('/preferences', signedOnly, async (c) =>
    c.html(preferencesPage(c.get('signed'), await identity.listSessions(c.req.raw.headers))),
  );
  routes.post('/preferences/sessions/end', signedOnly, async (c) => {
    const { session } = await readForm(c, z.object({ session: requiredText }));
    const mine = await identity.listSessions(c.req.raw.headers);
    const chosen = mine.find(({ id }) => id === session);
    if (chosen !== undefined) await identity.endSession({ token: chosen.token, headers: c.req.raw.headers });
    return c.redirect('/preferences', 303);
  });
  return routes;
}
