/** The cookie that remembers when somebody was last here, in this browser only. */
export const VISIT_COOKIE = 'lamro_visit';

/** Without a page for so long a visit is over. */
const PAUSE_MS = 30 * 60_000;

/**
 * When the visit before this one ended, and what the cookie is to remember: that moment and the present one, in milliseconds. A
 * cookie that is none counts as a first visit.
 */
export function visitOf(
  cookie: string | undefined,
  now: Date,
): { readonly since: Date | null; readonly cookie: string } {
  const [before = 0, seen = 0] =
    /^(\d{1,15})\.(\d{1,15})$/
      .exec(cookie ?? '')
      ?.slice(1)
      .map(Number) ?? [];
  const at = now.getTime();
  if (seen === 0 || seen > at) return { since: null, cookie: `0.${at}` };
  const ended = at - seen > PAUSE_MS ? seen : before;
  return { since: ended === 0 ? null : new Date(ended), cookie: `${ended}.${at}` };
}
