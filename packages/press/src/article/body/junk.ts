import type { Element } from 'domhandler';

/** Elements that never hold running text of an article. */
const TAGS = new Set(
  'script style noscript template svg canvas iframe object embed button input select textarea nav footer aside menu dialog form figcaption audio video picture img map math label datalist progress meter applet head'.split(
    ' ',
  ),
);
const ROLES =
  /^(?:navigation|complementary|dialog|alertdialog|alert|contentinfo|menu|menubar|toolbar|search|banner|tooltip|tablist)$/;

/** Words of class and id names that mark what stands around an article, in any publishing system's dialect. */
const WORDS =
  /(?:^|[\s_-])(?:ad|ads|advert|adverts|advertisement|advertising|adsbygoogle|sponsor|sponsored|promo|promos|promotion|promoted|related|relateds|recirc|recirculation|recommend|recommended|recommendations|recommendation|readmore|read-more|more-from|morefrom|more-stories|most-read|mostread|most-popular|popular|trending|also-read|also-like|see-also|newsletter|newsletters|subscribe|subscription|signup|sign-up|paywall|share|shares|sharing|sharebar|sharedaddy|social|socials|socialmedia|follow|comment|comments|commentlist|disqus|respond|reply|replies|breadcrumb|breadcrumbs|sidebar|side-bar|footer|masthead|navbar|navigation|nav|menu|pagination|pager|popup|modal|overlay|cookie|cookies|consent|gdpr|onetrust|taboola|outbrain|teaser|teasers|widget|widgets|toolbar|print|caption|captions|wp-caption-text|credit|credits|tags|taglist|tag-list|post-tags|author-bio|authorbio|author-box|author-info|about-author|bio|byline|dateline|timestamp|published|metadata|meta|post-meta|entry-meta|article-meta|kicker|eyebrow|topics|copyright|disclaimer|hidden|visually-hidden|sr-only|screen-reader-text|skip|jump-link|screen-reader|player|gallery-thumbs|carousel|slider|slideshow|poll|quiz|survey|donate|donation|affiliate|toc|lien-quan|tin-lien-quan|binh-luan|chia-se|quang-cao|doc-them|xem-them)(?=$|[\s_-])/i;

const known = new Map<string, boolean>();
const MOST_KNOWN = 20_000;

/** Whether an element stands around the article rather than in it, by its tag, role, visibility, class and id. */
export function isJunk(element: Element): boolean {
  return (
    TAGS.has(element.name) || isHidden(element) || ROLES.test(element.attribs['role'] ?? '') || isNamedJunk(element)
  );
}

export function isHidden(element: Element): boolean {
  const { hidden, style } = element.attribs;
  if (hidden !== undefined || element.attribs['aria-hidden'] === 'true') return true;
  return style !== undefined && /display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden/i.test(style);
}

function isNamedJunk(element: Element): boolean {
  const { class: className = '', id = '' } = element.attribs;
  if (className === '' && id === '') return false;
  const label = `${className} ${id}`;
  const before = known.get(label);
  if (before !== undefined) return before;
  const junk = WORDS.test(label.length > 300 ? label.slice(0, 300) : label);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(label, junk);
  return junk;
}
