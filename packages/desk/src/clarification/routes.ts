import { type PublicClarification, viewPublicClarifications } from '@lamro/database';
import { LANGUAGES } from '@lamro/domain';
import { type Context, Hono } from 'hono';
import { etag } from 'hono/etag';
import { secureHeaders } from 'hono/secure-headers';
import { ASSETS } from '../assets/assets.ts';
import type { DeskOptions } from '../desk/options.ts';
import { atomOf, jsonFeedOf, sitemapOf } from './feeds.ts';
import { clarificationListPage, clarificationPage, missingPage } from './page.ts';
import { addressOf, ROOT, type Site, tellingOf } from './site.ts';
import { STYLE } from './style.ts';

const PAGE = 30;
const NEWEST = 50;
/** As many as one sitemap may name (sitemaps.org). */
const MOST_ADDRESSES = 50_000;
const BATCH = 500;
const CACHED = 'public, max-age=300';

/**
 * Pages that everybody may read, without sign-in, cookie or script. They are there only where the installation switched them on.
 */
export function clarificationRoutes({ pool, profiles, baseUrl, publicPages }: DeskOptions): Hono {
  const routes = new Hono();
  routes.use(`${ROOT}/*`, publicHeaders());
  if (publicPages === undefined) {
    for (const path of [ROOT, `${ROOT}/*`]) routes.all(path, (c) => c.text('404', 404));
    return routes;
  }
  const site: Site = { profile: profiles(publicPages.profile), baseUrl };
  const read: Read = (filter) =>
    viewPublicClarifications(pool, { profile: site.profile.id, id: null, language: null, afterId: null, ...filter });
  routes.use(`${ROOT}/*`, etag(), async (c, next) => {
    await next();
    if (c.res.headers.get('cache-control') === null) c.header('Cache-Control', CACHED);
  });
  fileRoutes(routes, site, read);
  const list = async (c: Context, language: string | null) => {
    const afterId = /^\d{1,18}$/.exec(c.req.query('truoc') ?? '')?.[0] ?? null;
    const found = await read({ language, afterId, limit: PAGE + 1 });
    return c.html(clarificationListPage(site, { language, ...(await listed(site, found, language, read)) }));
  };
  const show = async (c: Context, id: string, language?: string) => {
    const [found] = await read({ id, limit: 1 });
    const telling = found === undefined ? undefined : tellingOf(site, found, language);
    return telling === undefined ? c.html(missingPage(site), 404) : c.html(clarificationPage(site, telling));
  };
  routes.get(ROOT, (c) => list(c, null));
  routes.get(`${ROOT}/:id{[0-9]{1,18}}`, (c) => show(c, c.req.param('id')));
  routes.get(`${ROOT}/:id{[0-9]{1,18}}/:language{[a-z]{2}}`, (c) =>
    show(c, c.req.param('id'), c.req.param('language')),
  );
  routes.get(`${ROOT}/:language{[a-z]{2}}`, (c) => list(c, c.req.param('language')));
  routes.get(`${ROOT}/*`, (c) => c.html(missingPage(site), 404));
  return routes;
}

/** What is read by programs: style, picture, feeds, and what search engines ask for. */
function fileRoutes(routes: Hono, site: Site, read: Read): void {
  const newest = async () => (await read({ limit: NEWEST })).flatMap((one) => tellingOf(site, one) ?? []);
  routes.get('/robots.txt', (c) =>
    c.text(`User-agent: *\nAllow: ${ROOT}\nDisallow: /\nSitemap: ${addressOf(site, `${ROOT}/sitemap.xml`)}\n`),
  );
  routes.get(STYLE.path, (c) => {
    c.header('Cache-Control', 'public, max-age=31536000, immutable');
    return c.body(STYLE.body, 200, { 'Content-Type': 'text/css; charset=utf-8' });
  });
  routes.get(`${ROOT}/icon.svg`, (c) => c.body(ASSETS.icon.body, 200, { 'Content-Type': ASSETS.icon.type }));
  routes.get(`${ROOT}/atom.xml`, async (c) =>
    c.body(atomOf(site, await newest()), 200, { 'Content-Type': 'application/atom+xml; charset=utf-8' }),
  );
  routes.get(`${ROOT}/feed.json`, async (c) =>
    c.body(jsonFeedOf(site, await newest()), 200, { 'Content-Type': 'application/feed+json; charset=utf-8' }),
  );
  routes.get(`${ROOT}/sitemap.xml`, async (c) =>
    c.body(sitemapOf(await everyAddress(site, read)), 200, { 'Content-Type': 'application/xml; charset=utf-8' }),
  );
}

type Read = (filter: {
  id?: string;
  language?: string | null;
  afterId?: string | null;
  limit: number;
}) => Promise<readonly PublicClarification[]>;

async function listed(site: Site, found: readonly PublicClarification[], language: string | null, read: Read) {
  const shown = found.slice(0, PAGE);
  const path = language === null ? ROOT : `${ROOT}/${language}`;
  const last = shown.at(-1);
  const present = await Promise.all(
    LANGUAGES.map(async (one) => ((await read({ language: one, limit: 1 })).length > 0 ? [one] : [])),
  );
  return {
    tellings: shown.flatMap((one) => tellingOf(site, one, language ?? undefined) ?? []),
    languages: present.flat(),
    older: found.length > PAGE && last !== undefined ? `${path}?truoc=${last.id}` : null,
  };
}

async function everyAddress(site: Site, read: Read): Promise<{ url: string; at: Date }[]> {
  const addresses: { url: string; at: Date }[] = [];
  let afterId: string | null = null;
  for (;;) {
    const page: readonly PublicClarification[] = await read({ afterId, limit: BATCH });
    for (const one of page)
      for (const { language } of one.texts) {
        const telling = tellingOf(site, one, language);
        if (telling !== undefined) addresses.push({ url: telling.url, at: one.openedAt });
      }
    afterId = page.at(-1)?.id ?? null;
    if (page.length < BATCH || addresses.length >= MOST_ADDRESSES) return addresses.slice(0, MOST_ADDRESSES);
  }
}

/** Nothing runs here at all. */
function publicHeaders() {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'"],
      baseUri: ["'none'"],
      formAction: ["'none'"],
      frameAncestors: ["'none'"],
    },
    referrerPolicy: 'no-referrer',
    xFrameOptions: 'DENY',
    strictTransportSecurity: false,
  });
}
