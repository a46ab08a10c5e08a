import type { SignInOutcome } from '@lamro/access';
import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { DeskOptions } from '../desk/options.ts';
import { optionalText, readForm, readQuery } from '../desk/read.ts';
import type { DeskEnv } from '../desk/view.ts';
import { localPath, pathWith } from '../page/address.ts';
import { codePage, signInPage } from './page.ts';

const credentials = z.object({
  email: z.string().trim().min(1).max(320),
  password: z.string().min(1).max(1_000),
  back: z.string().optional(),
});
const secondFactor = z.object({ code: z.string().trim().min(1).max(40), back: z.string().optional() });

/** Signing in by password and second factor, and signing out. */
export function sessionRoutes(options: DeskOptions): Hono<DeskEnv> {
  const { identity } = options;
  const office = options.singleSignOn === true;
  const routes = new Hono<DeskEnv>();
  routes.get('/sign-in', (c) => {
    const { back } = readQuery(c, z.object({ back: optionalText }));
    if (c.get('signed') !== undefined) return c.redirect(localPath(back ?? undefined), 303);
    const refused = c.req.query('error') === undefined ? {} : { problem: c.get('view').words.signIn.officeRefused };
    return c.html(
      signInPage(c.get('view'), { back: localPath(back ?? undefined), status: statusOf(c), office, ...refused }),
    );
  });
  routes.post('/sign-in', async (c) => {
    const form = await readForm(c, credentials);
    const back = localPath(form.back);
    const outcome = await identity.signIn({ email: form.email, password: form.password, headers: c.req.raw.headers });
    if (outcome.kind === 'signed-in') return goOn(c, outcome, back);
    if (outcome.kind === 'second-factor') return goOn(c, outcome, pathWith('/sign-in/code', { back }));
    const { words } = c.get('view');
    if (outcome.kind === 'too-many-requests')
      return c.html(signInPage(c.get('view'), { back, email: form.email, problem: words.signIn.tooMany }), 429);
    const problem = outcome.kind === 'locked' ? words.signIn.locked : words.signIn.refused;
    return c.html(signInPage(c.get('view'), { back, email: form.email, problem, office }), 401);
  });
  if (office) officeRoute(routes, options);
  routes.get('/sign-in/code', (c) => c.html(codePage(c.get('view'), { back: localPath(c.req.query('back')) })));
  routes.post('/sign-in/code', async (c) => {
    const form = await readForm(c, secondFactor);
    const back = localPath(form.back);
    const outcome = await identity.verifySecondFactor({ code: form.code, headers: c.req.raw.headers });
    if (outcome.kind === 'signed-in') return goOn(c, outcome, back);
    const { signIn } = c.get('view').words;
    if (outcome.kind === 'too-many-requests')
      return c.html(codePage(c.get('view'), { back, problem: signIn.tooMany }), 429);
    const problem = outcome.kind === 'locked' ? signIn.locked : signIn.codeRefused;
    return c.html(codePage(c.get('view'), { back, problem }), 401);
  });
  routes.post('/sign-out', async (c) => {
    passCookies(c, await identity.signOut(c.req.raw.headers));
    return c.redirect('/sign-in', 303);
  });
  return routes;
}

/** Sends people to the office's own provider, which brings them back to where they wanted to go. */
function officeRoute(routes: Hono<DeskEnv>, { identity, onError }: DeskOptions): void {
  routes.get('/sign-in/office', async (c) => {
    const back = localPath(c.req.query('back'));
    try {
      const started = await identity.startSingleSignOn({ returnTo: back, errorTo: '/sign-in' });
      if (started === null) return c.redirect('/sign-in', 303);
      passCookies(c, started.headers);
      return c.redirect(started.url, 303);
    } catch (error) {
      // The provider is somebody else's: while it is away the password is still a way in.
      onError?.(error, 'single-sign-on');
      return c.html(
        signInPage(c.get('view'), { back, office: true, problem: c.get('view').words.signIn.officeAway }),
        503,
      );
    }
  });
}

/** What the page before has just done, in words. */
function statusOf(c: Context<DeskEnv>): string | null {
  const { signIn } = c.get('view').words;
  if (c.req.query('done') === 'invitation') return signIn.inviteDone;
  return c.req.query('done') === 'reset' ? signIn.resetDone : null;
}

function goOn(c: Context<DeskEnv>, outcome: Extract<SignInOutcome, { headers: Headers }>, path: string): Response {
  passCookies(c, outcome.headers);
  return c.redirect(path, 303);
}

function passCookies(c: Context<DeskEnv>, headers: Headers): void {
  for (const cookie of headers.getSetCookie()) c.header('Set-Cookie', cookie, { append: true });
}
