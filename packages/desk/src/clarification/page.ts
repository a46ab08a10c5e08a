import { formatTime, languageName, termOf, wordsIn } from '@lamro/wording';
import { html, raw } from 'hono/html';
import { agencyName } from '../desk/view.ts';
import { facts, type Html, outsideLink } from '../page/parts.ts';
import { claimReviewJson, claimReviewOf } from './claim-review.ts';
import { addressOf, frameOf, issuerOf, ROOT, type Site, type Telling, tellingOf } from './site.ts';
import { STYLE } from './style.ts';

/** The page of one clarification in one language. */
export function clarificationPage(site: Site, telling: Telling): Html {
  const { clarification, text, url } = telling;
  const { locale, words } = frameOf(text.language);
  const { terms } = wordsIn(locale);
  const others = clarification.texts.flatMap((one) => tellingOf(site, clarification, one.language) ?? []);
  return publicShell(site, {
    language: text.language,
    title: text.title,
    url,
    alternates: others.map((other) => ({ language: other.text.language, url: other.url })),
    head: html`<script type="application/ld+json">${raw(claimReviewJson(claimReviewOf(site, telling)))}</script>`,
    body: html`<article>
      <h1>${text.title}</h1>
      ${others.length < 2 ? '' : languageLinks(telling, others)}
      <p class="party">${words.party(issuerOf(site))}</p>
      <h2>${words.claim}</h2>
      <blockquote dir="auto">${clarification.claim}</blockquote>
      <h2>${words.answer}</h2>
      ${text.body.split(/\n+/).map((line) => html`<p dir="auto">${line}</p>`)}
      ${facts([
        [words.published, day(clarification.releasedAt, text.language)],
        [words.opened, day(clarification.openedAt, text.language)],
        [words.agency, agencyName(site.profile, clarification.leadAgency)],
        [words.channel, termOf(terms.channels, clarification.channel)],
        [words.document, clarification.documentNumber],
        [
          words.original,
          clarification.documentUrl === null ? null : outsideLink(clarification.documentUrl, clarification.documentUrl),
        ],
      ])}
      ${linkList(
        words.articles,
        clarification.articles.map(({ outlet, url: address }) => ({ text: outlet, address })),
      )}
      ${linkList(
        words.records,
        clarification.records.map((record) => ({
          text: `${record.documentNumber}, ${record.source}`,
          address: record.url,
        })),
      )}
    </article>
    <p><a href="${ROOT}">${words.all}</a></p>`,
  });
}

function languageLinks({ text }: Telling, others: readonly Telling[]): Html {
  const { locale, words } = frameOf(text.language);
  return html`<nav aria-label="${words.languages}"><ul class="languages">${others.map(
    (other) =>
      html`<li><a href="${other.url}" hreflang="${other.text.language}"${other.text.language === text.language ? html` aria-current="page"` : ''}>${languageName(other.text.language, locale)}</a></li>`,
  )}</ul></nav>`;
}

function linkList(title: string, links: readonly { readonly text: string; readonly address: string }[]): Html {
  if (links.length === 0) return html``;
  return html`<h2>${title}</h2><ul>${links.map(({ text, address }) => html`<li>${outsideLink(address, text)}</li>`)}</ul>`;
}

function day(at: Date, language: string): Html {
  return html`<time datetime="${at.toISOString()}">${formatTime(at, frameOf(language).locale)}</time>`;
}

export interface PublicList {
  /** Language of the texts; every clarification in its first one where null. */
  readonly language: string | null;
  readonly tellings: readonly Telling[];
  /** Languages in which there is anything. */
  readonly languages: readonly string[];
  /** Where earlier ones stand; null on the last page. */
  readonly older: string | null;
}

/** The list of clarifications, the last opened first. */
export function clarificationListPage(site: Site, list: PublicList): Html {
  const language = list.language ?? 'vi';
  const { locale, words } = frameOf(language);
  const path = list.language === null ? ROOT : `${ROOT}/${list.language}`;
  return publicShell(site, {
    language: locale,
    title: words.title,
    url: addressOf(site, path),
    alternates: list.languages.map((one) => ({ language: one, url: addressOf(site, `${ROOT}/${one}`) })),
    head: html``,
    body: html`<h1>${words.title}</h1>
      <p>${words.lead(issuerOf(site))}</p>
      <p class="party">${words.party(issuerOf(site))}</p>
      ${list.languages.length < 2 ? '' : html`<nav aria-label="${words.languages}"><ul class="languages">${list.languages.map((one) => html`<li><a href="${ROOT}/${one}" hreflang="${one}"${one === list.language ? html` aria-current="page"` : ''}>${languageName(one, locale)}</a></li>`)}</ul></nav>`}
      ${list.tellings.length === 0 ? html`<p>${words.empty}</p>` : html`<ol class="list">${list.tellings.map((telling) => listEntry(telling))}</ol>`}
      ${list.older === null ? '' : html`<p><a href="${list.older}" rel="next">${words.older}</a></p>`}
      <p>${words.feeds}: <a href="${ROOT}/atom.xml">Atom</a>, <a href="${ROOT}/feed.json">JSON</a></p>`,
  });
}

function listEntry({ clarification, text, url }: Telling): Html {
  return html`<li lang="${text.language}"><h2><a href="${url}">${text.title}</a></h2>
    <p dir="auto">${clarification.claim}</p><p>${day(clarification.openedAt, text.language)}</p></li>`;
}

/** What stands where no page is. */
export function missingPage(site: Site): Html {
  const { words } = frameOf('vi');
  const body = html`<h1>${words.title}</h1><p>${words.missing}</p><p><a href="${ROOT}">${words.all}</a></p>`;
  return publicShell(site, {
    language: 'vi',
    title: words.title,
    url: addressOf(site, ROOT),
    alternates: [],
    head: html``,
    body,
  });
}

interface Shell {
  readonly language: string;
  readonly title: string;
  readonly url: string;
  readonly alternates: readonly { readonly language: string; readonly url: string }[];
  readonly head: Html;
  readonly body: Html;
}

function publicShell(site: Site, page: Shell): Html {
  const { words } = frameOf(page.language);
  return html`<!doctype html>
<html lang="${page.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${page.title} · ${site.profile.office.body}</title>
<meta name="description" content="${words.lead(issuerOf(site))}">
<link rel="canonical" href="${page.url}">
${page.alternates.map((other) => html`<link rel="alternate" hreflang="${other.language}" href="${other.url}">`)}
<link rel="alternate" type="application/atom+xml" title="${words.title}" href="${ROOT}/atom.xml">
<link rel="alternate" type="application/feed+json" title="${words.title}" href="${ROOT}/feed.json">
<link rel="icon" href="${ROOT}/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${STYLE.href}">
${page.head}
</head>
<body>
<a class="skip" href="#main">${words.skip}</a>
<header><p>${site.profile.office.parentBody}<br><strong>${site.profile.office.body}</strong></p></header>
<main id="main">${page.body}</main>
</body>
</html>`;
}
