import { localeOf, wordsIn } from '@lamro/wording';
import type { MiddlewareHandler } from 'hono';
import { getCookie } from 'hono/cookie';
import { pathWith } from '../page/address.ts';
import { browserMark, formToken, sameToken } from './form-token.ts';
import type { DeskOptions } from './options.ts';
import { StaleForm } from './refusals.ts';
import { type DeskEnv, THEMES, type View } from './view.ts';

/** Draws up the view of the request; for a form, checks that its token belongs to this browser and account. */
export function withView(options: DeskOptions): MiddlewareHandler<DeskEnv> {
  const secure = options.baseUrl.startsWith('https:');
  return async (c, next) => {
    const actor = await options.identity.actorOf(c.req.raw.headers);
    const token = formToken(options.secret, browserMark(c, secure), actor?.id ?? '');
    const locale = localeOf(getCookie(c, 'lamro_language'));
    const address = new URL(c.req.url);
    const view: View = {
      locale,
      words: wordsIn(locale),
      theme: THEMES.find((theme) => theme === getCookie(c, 'lamro_theme')) ?? 'auto',
      here: c.req.method === 'GET' ? `${address.pathname}${address.search}` : '/',
      token,
      now: options.clock.now(),
      sampleAccountsFile: options.sampleMode?.accountsFile ?? null,
    };
    c.set('view', view);
    if (actor !== null) c.set('signed', { ...view, actor, profile: options.profiles(actor.profile) });
    if (c.req.method === 'POST' && !sameToken(token, (await c.req.parseBody())['token'])) throw new StaleForm();
    await next();
  };
}

/** Sends whoever is not signed in to the sign-in page, and afterwards back to where they wanted to go. */
export const signedOnly: MiddlewareHandler<DeskEnv> = async (c, next) => {
  if (c.get('signed') === undefined) return c.redirect(pathWith('/sign-in', { back: c.get('view').here }), 303);
  // Pages behind sign-in are nobody else's; a shared computer must not show them after sign-out.
  c.header('Cache-Control', 'no-store');
  await next();
  return undefined;
};
