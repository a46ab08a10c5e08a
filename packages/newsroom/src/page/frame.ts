import type { Outlet } from '../edition/edition.ts';
import { isoLanguage } from '../outlet/outlet.ts';
import { chromes, inventedInVietnamese } from './chrome.ts';
import { escapeMarkup as safe } from './escape.ts';

/** A whole page of an outlet: head, masthead, the notice that everything is invented, `main`, footer. */
export function framePage(outlet: Outlet, title: string, head: string, main: string): string {
  const chrome = chromes[outlet.tongue];
  const language = outlet.tongue === 'zh-Hant' ? 'zh-Hant' : isoLanguage(outlet.tongue);
  const feedType = outlet.feed === 'json-feed' ? 'application/feed+json' : `application/${outlet.feed}+xml`;
  const alternate =
    outlet.feed === 'list-page' || outlet.feed === 'news-sitemap'
      ? ''
      : `<link rel="alternate" type="${feedType}" href="${outlet.origin}${outlet.feedPath}">`;
  const cookies =
    outlet.skin === 'app'
      ? `<div id="cookie-banner" role="dialog"><p>${safe(chrome.cookies)}</p><button>OK</button></div>`
      : '';
  const sections = chrome.sections
    .map((name, index) => `<li><a href="/muc-${index + 1}">${safe(name)}</a></li>`)
    .join('');
  const notice = [...new Set([inventedInVietnamese, chrome.invented])].map(safe).join(' · ');
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="${outlet.charset}">
<title>${safe(title)} - ${safe(outlet.name)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
${alternate}${head}
<style>body{font-family:serif;max-width:60rem;margin:auto}.notice{background:#ffd;padding:.3rem;text-align:center}nav li{display:inline;margin-right:1rem}</style>
</head>
<body class="skin-${outlet.skin}">
${cookies}
<div class="notice sample-notice" role="note">${notice}</div>
<header class="site-header"><a class="logo" href="/">${safe(outlet.name)}</a>
<nav class="main-nav"><ul><li><a href="/">${safe(chrome.home)}</a></li>${sections}</ul></nav></header>
${main}
<footer class="site-footer"><p>© ${safe(outlet.name)}</p><p class="sample-notice">${notice}</p></footer>
</body>
</html>
`;
}
