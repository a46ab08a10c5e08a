import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';

/** Over TLS the name itself forbids that a neighbour of our host sets it. */
const cookieName = (secure: boolean) => (secure ? '__Host-lamro_form' : 'lamro_form');

/** Gives the browser its own random mark once, and returns it. */
export function browserMark(c: Context, secure: boolean): string {
  const known = getCookie(c, cookieName(secure));
  if (known !== undefined && /^[\w-]{32}$/.test(known)) return known;
  const mark = randomBytes(24).toString('base64url');
  setCookie(c, cookieName(secure), mark, { httpOnly: true, sameSite: 'Lax', path: '/', secure });
  return mark;
}

/** The token of forms for one browser and one account: a page of another site, or of another account, cannot make it. */
export function formToken(secret: string, mark: string, accountId: string): string {
  return createHmac('sha256', secret).update(`form\n${mark}\n${accountId}`).digest('base64url');
}

export function sameToken(expected: string, given: unknown): boolean {
  if (typeof given !== 'string') return false;
  const [a, b] = [Buffer.from(expected), Buffer.from(given)];
  return a.length === b.length && timingSafeEqual(a, b);
}
