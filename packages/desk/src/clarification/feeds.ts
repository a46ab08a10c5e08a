import { Feed } from 'feed';
import { addressOf, frameOf, issuerOf, ROOT, type Site, type Telling } from './site.ts';

/** The newest clarifications, each in its first language; `told` writes words as the format takes them. */
function feedOf(site: Site, tellings: readonly Telling[], told: (text: string) => string): Feed {
  const { words } = frameOf('vi');
  const [latest] = tellings;
  const feed = new Feed({
    id: addressOf(site, ROOT),
    title: `${words.title} · ${site.profile.office.body}`,
    description: words.party(issuerOf(site)),
    link: addressOf(site, ROOT),
    language: 'vi',
    copyright: issuerOf(site),
    generator: 'Làm Rõ',
    author: { name: issuerOf(site) },
    feedLinks: { atom: addressOf(site, `${ROOT}/atom.xml`), json: addressOf(site, `${ROOT}/feed.json`) },
    // A feed without entries says nothing that could change.
    updated: latest?.clarification.openedAt ?? new Date(0),
  });
  for (const { clarification, text, url } of tellings)
    feed.addItem({
      id: url,
      link: url,
      title: told(text.title),
      description: told(clarification.claim),
      content: text.body
        .split(/\n+/)
        .map((line) => `<p>${asMarkup(line)}</p>`)
        .join(''),
      date: clarification.openedAt,
      published: clarification.openedAt,
    });
  return feed;
}

export function atomOf(site: Site, tellings: readonly Telling[]): string {
  return feedOf(site, tellings, asMarkup).atom1();
}

export function jsonFeedOf(site: Site, tellings: readonly Telling[]): string {
  return feedOf(site, tellings, sound).json1();
}

/** Without the characters that XML cannot hold. */
export function sound(text: string): string {
  return text.toWellFormed().replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, ' ');
}

/** Plain words where markup is expected: the titles and summaries of an Atom feed are HTML as this library writes them. */
export function asMarkup(text: string): string {
  return escapeXml(sound(text));
}

/** Addresses of every page with its languages (sitemaps.org, protocol 0.9). */
export function sitemapOf(tellings: readonly { readonly url: string; readonly at: Date }[]): string {
  const urls = tellings.map(
    ({ url, at }) => `<url><loc>${escapeXml(url)}</loc><lastmod>${at.toISOString()}</lastmod></url>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.join('')}</urlset>\n`;
}

function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll("'", '&apos;')
    .replaceAll('"', '&quot;');
}
