import {
  countNews,
  readAllNotices,
  viewFlags,
  viewItems,
  viewNextDeadlines,
  viewNotices,
  viewSources,
  viewWaiting,
} from '@lamro/database';
import { Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { z } from 'zod';
import type { DeskOptions } from '../desk/options.ts';
import { ownAgencyOnly } from '../desk/reach.ts';
import { readForm } from '../desk/read.ts';
import type { DeskEnv } from '../desk/view.ts';
import { itemFilter, streamQuery } from '../stream/filter.ts';
import { todayPage } from './page.ts';
import { TOUR_COOKIE } from './tour.ts';
import { VISIT_COOKIE, visitOf } from './visit.ts';

const YEAR = 365 * 24 * 3600;
const WEEK_MS = 7 * 24 * 3600 * 1000;

/** The front page: what waits for this person and what is new. */
export function todayRoutes({ pool, clock, baseUrl }: DeskOptions): Hono<DeskEnv> {
  const routes = new Hono<DeskEnv>();
  routes.get('/', async (c) => {
    const view = c.get('signed');
    const { profile, id, agency } = view.actor;
    const week = new Date(view.now.getTime() - WEEK_MS);
    const visit = visitOf(getCookie(c, VISIT_COOKIE), view.now);
    const [waiting, deadlines, flags, items, alarms, notices, news] = await Promise.all([
      viewWaiting(pool, { profile, agency, since: week }),
      viewNextDeadlines(pool, { profile, agency: ownAgencyOnly(view.actor, 'case.read'), limit: 8 }),
      viewFlags(pool, { profile, state: 'waiting', origin: null, after: null, limit: 6 }),
      viewItems(pool, { ...itemFilter(streamQuery.parse({}), { profile, reader: id }), limit: 6 }),
      viewSources(pool, { profile, id: null, alarmedOnly: true, limit: 6 }),
      viewNotices(pool, { profile, recipient: id, limit: 8 }),
      visit.since === null ? null : countNews(pool, profile, visit.since),
    ]);
    // Only the sample press is there to be learnt on.
    const tour = view.sampleAccountsFile !== null && getCookie(c, TOUR_COOKIE) === undefined;
    setCookie(c, VISIT_COOKIE, visit.cookie, {
      path: '/',
      maxAge: YEAR,
      httpOnly: true,
      sameSite: 'Lax',
      secure: baseUrl.startsWith('https:'),
    });
    const since = news === null || visit.since === null ? null : { ...news, at: visit.since };
    return c.html(todayPage(view, { waiting, deadlines, flags, items, alarms, notices, since, tour }));
  });
  routes.get('/today', (c) => c.redirect('/', 301));
  routes.post('/tour/seen', (c) => {
    const secure = baseUrl.startsWith('https:');
    setCookie(c, TOUR_COOKIE, 'seen', { path: '/', maxAge: YEAR, sameSite: 'Lax', secure });
    return c.redirect('/', 303);
  });
  routes.post('/notices/read', async (c) => {
    const { actor } = c.get('signed');
    const { upTo } = await readForm(c, z.object({ upTo: z.string().regex(/^\d{1,18}$/) }));
    await readAllNotices(pool, { profile: actor.profile, recipient: actor.id, upTo, at: clock.now() });
    return c.redirect('/', 303);
  });
  return routes;
}
