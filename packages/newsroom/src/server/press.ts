import { createHash } from 'node:crypto';
import { Hono } from 'hono';
import { encodePage } from '../charset/charset.ts';
import type { Outlet } from '../edition/edition.ts';
import { feedOf } from '../feed/feed.ts';
import { articlePage } from '../page/article.ts';
import { frontPage, missingPage } from '../page/front.ts';
import { portalDocument } from '../portal/portal.ts';
import type { Issue } from './issue.ts';

interface Reply {
  status: number;
  type: string;
  text: string;
  modifiedAt: Date;
}

/** The site of one outlet as a Hono app: robots.txt, front page, feed or portal documents, article pages. */
export function pressApp(issue: Issue, outlet: Outlet): Hono {
  const app = new Hono();
  app.get('/robots.txt', (context) => context.text(robots(outlet)));
  app.get('*', (context) => {
    const { pathname, search } = new URL(context.req.url);
    return respond(outlet, replyTo(issue, outlet, pathname, search), context.req.raw.headers);
  });
  return app;
}

function robots(outlet: Outlet): string {
  const sitemap = outlet.feed === 'news-sitemap' ? `Sitemap: ${outlet.origin}${outlet.feedPath}\n` : '';
  return `User-agent: *\nCrawl-delay: 1\nDisallow: /tim-kiem\nDisallow: /noi-bo/\n${sitemap}`;
}

function replyTo(issue: Issue, outlet: Outlet, path: string, search: string): Reply {
  const listed = issue.listed(outlet);
  const modifiedAt = new Date(
    Math.max(issue.edition.now.getTime(), ...listed.map((live) => live.modifiedAt.getTime())),
  );
  if (outlet.official !== undefined) {
    const document = portalDocument(issue.edition, outlet, path);
    if (document) return { status: 200, ...document, modifiedAt };
  } else if (path === outlet.feedPath) {
    return { status: 200, ...feedOf(outlet, listed), modifiedAt };
  } else if (path === '/' || /^\/muc-\d$/.test(path)) {
    return { status: 200, type: 'text/html', text: frontPage(outlet, listed), modifiedAt };
  }
  const live = issue.at(outlet, path + search);
  if (live?.state === 'out') {
    return { status: 200, type: 'text/html', text: articlePage(outlet, live, listed), modifiedAt: live.modifiedAt };
  }
  return { status: live?.state === 'gone' ? 410 : 404, type: 'text/html', text: missingPage(outlet), modifiedAt };
}

/** Answers 304 to a reader who already has these very bytes; the tag follows the content, so an edit always shows. */
function respond(outlet: Outlet, reply: Reply, asked: Headers): Response {
  const json = reply.type.endsWith('json');
  const body = encodePage(reply.text, json ? 'utf-8' : outlet.charset);
  const tag = `"${createHash('sha1').update(body).digest('hex').slice(0, 20)}"`;
  const named =
    json || (outlet.charsetIn === 'page' && reply.type !== 'text/csv')
      ? reply.type
      : `${reply.type}; charset=${outlet.charset}`;
  const headers = { etag: tag, 'last-modified': reply.modifiedAt.toUTCString(), 'cache-control': 'no-cache' };
  if (reply.status === 200 && asked.get('if-none-match') === tag) return new Response(null, { status: 304, headers });
  return new Response(body, { status: reply.status, headers: { ...headers, 'content-type': named } });
}
