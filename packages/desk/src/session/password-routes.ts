import { IdentityError } from '@lamro/access';
import { Hono } from 'hono';
import { z } from 'zod';
import type { DeskOptions } from '../desk/options.ts';
import { optionalText, readForm } from '../desk/read.ts';
import type { DeskEnv } from '../desk/view.ts';
import { askResetPage, invitationPage, newPasswordPage } from './password-page.ts';

const acceptance = z.object({
  invitation: z.string().min(1).max(200),
  email: optionalText,
  name: optionalText,
  password: z.string().max(1_000),
});
const newPassword = z.object({ reset: z.string().min(1).max(200), password: z.string().max(1_000) });

/** Accepting an invitation, and resetting a forgotten password; both by the token of a link. */
export function passwordRoutes({ identity }: DeskOptions): Hono<DeskEnv> {
  const routes = new Hono<DeskEnv>();
  routes.get('/invitation', (c) => c.html(invitationPage(c.get('view'), { token: c.req.query('token') ?? '' })));
  routes.post('/invitation', async (c) => {
    const { invitation: token, email, name, password } = await readForm(c, acceptance);
    const named = { ...(email === null ? {} : { email }), ...(name === null ? {} : { name }) };
    try {
      await identity.acceptInvitation({ token, password, ...named });
    } catch (error) {
      if (!(error instanceof IdentityError)) throw error;
      return c.html(invitationPage(c.get('view'), { token, ...named, problem: error.message }), 422);
    }
    return c.redirect('/sign-in?done=invitation', 303);
  });
  routes.get('/reset-password', (c) => {
    const token = c.req.query('token');
    return c.html(
      token === undefined
        ? askResetPage(c.get('view'), false)
        : newPasswordPage(c.get('view'), { token, refused: false }),
    );
  });
  routes.post('/reset-password', async (c) => {
    const { email } = await readForm(c, z.object({ email: z.email() }));
    await identity.requestReset(email, c.req.raw.headers);
    return c.html(askResetPage(c.get('view'), true));
  });
  routes.post('/reset-password/new', async (c) => {
    const { reset: token, password } = await readForm(c, newPassword);
    if (await identity.resetPassword({ token, password })) return c.redirect('/sign-in?done=reset', 303);
    return c.html(newPasswordPage(c.get('view'), { token, refused: true }), 422);
  });
  return routes;
}
