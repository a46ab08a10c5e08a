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
  const sections = sectionsOf(outlet)
    .map(([path, name]) => `<li><a href="${path}">${safe(name)}</a></li>`)
    .join('');
  const notice = [...new Set([inventedInVietnamese, chrome.invented])].map(safe).join(' · ');
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="${outlet.charset}">
<title>${safe(title)} - ${safe(outlet.name)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
${alternate}${head}
<style>${style}</style>
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

/** The sections of a newspaper all show its latest news; a portal has its notices and its statistics. */
function sectionsOf(outlet: Outlet): (readonly [path: string, name: string])[] {
  if (outlet.official !== undefined) {
    return [
      ['/thong-bao', 'Thông báo'],
      ['/so-lieu', 'Số liệu thống kê'],
    ];
  }
  return chromes[outlet.tongue].sections.map((name, index) => [`/muc-${index + 1}`, name] as const);
}

const style = [
  'body{font-family:Georgia,"Noto Serif",serif;line-height:1.5;max-width:62rem;margin:auto;padding:0 1rem;color:#222}',
  '.notice{background:#ffd;padding:.4rem;text-align:center;font-size:.9rem}',
  '.site-header{border-bottom:3px double #555;margin-bottom:1rem}.logo{font-size:1.8rem;font-weight:bold;color:#222;text-decoration:none}',
  '.main-nav ul{padding:0}.main-nav li{display:inline-block;margin-right:1.2rem}h1{line-height:1.25}',
  '.ad{border:1px dashed #999;padding:.5rem;margin:1rem 0;color:#666;text-align:center}.container{display:grid;grid-template-columns:3fr 1fr;gap:2rem}',
  '.correction{background:#eef;padding:.5rem}.left{width:14rem;padding-right:1rem;font-size:.9rem}',
  'td,th{border-bottom:1px solid #ddd;padding:.3rem;text-align:left}.site-footer{border-top:1px solid #999;margin-top:2rem;font-size:.85rem}',
].join('');
