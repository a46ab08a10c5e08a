import { localeOf, wordsIn } from '@lamro/wording';
import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { getCookie } from 'hono/cookie';
import { pathWith } from '../page/address.ts';
import { browserMark, formToken, sameToken } from './form-token.ts';
import type { DeskOptions } from './options.ts';
import { InvalidForm, NotFound, StaleForm } from './refusals.ts';
import { type DeskEnv, THEMES, type View } from './view.ts';

/** Draws up the view of the request; for a form, checks that its token belongs to this browser and account. */
export function withView(options: DeskOptions): MiddlewareHandler<DeskEnv> {
  const secure = options.baseUrl.startsWith('https:');
  return async (c, next) => {
    if (NOUGHT_IN_ADDRESS.test(c.req.url)) throw new NotFound();
    const actor = await options.identity.actorOf(c.req.raw.headers);
    const token = formToken(options.secret, browserMark(c, secure), actor?.id ?? '');
    const locale = localeOf(getCookie(c, 'lamro_language'));
    const address = new URL(c.req.url);
    const view: View = {
      locale,
      words: wordsIn(locale),
      theme: THEMES.find((theme) => theme === getCookie(c, 'lamro_theme')) ?? 'auto',
      path: address.pathname,
      here: c.req.method === 'GET' ? `${address.pathname}${address.search}` : '/',
      token,
      now: options.clock.now(),
      sampleAccountsFile: options.sampleMode?.accountsFile ?? null,
    };
    c.set('view', view);
    if (actor !== null) c.set('signed', { ...view, actor, profile: options.profiles(actor.profile) });
    if (c.req.method !== 'POST') return next();
    return bodyLimit({ maxSize: largestForm(c, actor !== null) })(c, async () => {
      checkForm(await c.req.parseBody(), token);
      await next();
    });
  };
}

/** The character nought, which PostgreSQL cannot store and no honest link carries. */
const NOUGHT_IN_ADDRESS = /%00/;

/** An attachment of the largest size, with the rest of its form. */
export const LARGEST_BODY = 26 * 1024 * 1024;
const LARGEST_FIELDS = 2 * 1024 * 1024;
const LARGEST_OF_A_STRANGER = 64 * 1024;

/** Bytes of a form. Who has not signed in, and a form without a file, must not make us take millions of fields apart. */
function largestForm(c: Context, known: boolean): number {
  if (!known) return LARGEST_OF_A_STRANGER;
  return /^multipart\/form-data/i.test(c.req.header('content-type') ?? '') ? LARGEST_BODY : LARGEST_FIELDS;
}

/** @throws StaleForm or InvalidForm */
function checkForm(form: Readonly<Record<string, unknown>>, token: string): void {
  if (!sameToken(token, form['token'])) throw new StaleForm();
  const broken = Object.entries(form).filter(([name, value]) => holdsNought(name) || holdsNought(value));
  if (broken.length > 0) throw new InvalidForm(broken.map(([name]) => name));
}

function holdsNought(value: unknown): boolean {
  return Array.isArray(value) ? value.some(holdsNought) : typeof value === 'string' && value.includes('\u0000');
}

/** Sends whoever is not signed in to the sign-in page, and afterwards back to where they wanted to go. */
export const signedOnly: MiddlewareHandler<DeskEnv> = async (c, next) => {
  if (c.get('signed') === undefined) return c.redirect(pathWith('/sign-in', { back: c.get('view').here }), 303);
  // Pages behind sign-in are nobody else's; a shared computer must not show them after sign-out.
  c.header('Cache-Control', 'no-store');
  await next();
  return undefined;
};
