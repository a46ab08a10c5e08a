/** Words of class and id names, in any publishing system's dialect. A name is split at spaces, hyphens and underscores. */

function words(list: string): RegExp {
  return new RegExp(`(?:^|[\\s_-])(?:${list.trim().split(/\s+/).join('|')})(?=$|[\\s_-])`, 'i');
}

/** Marks of consent banners, whose legal text outweighs short articles, and of embedded posts: never the article's own words. */
export const CONSENT_NAMES = words(`
  cookie cookies gdpr onetrust optanon ot-sdk didomi truste usercentrics qc-cmp cmp cookiebanner cookie-banner cookieconsent
  consent consent-banner privacy-banner privacy-modal privacy-popup ccpa
  twitter-tweet twitter-video instagram-media tiktok-embed fb-post bluesky-embed reddit-embed-bq`);

/** Marks of what stands beside an article and may well be running text: other articles, comments, offers. */
export const ASIDE_NAMES = words(`
  ad ads advert adverts advertisement advertising adsbygoogle sponsored sponsor promo promos related relateds recirc recirculation
  recommend recommended recommendations recommendation readmore read-more read-next more-from morefrom more-stories most-read mostread
  most-popular trending also-read also-like see-also newsletter newsletters comment comments commentlist comment-list disqus respond
  breadcrumb breadcrumbs sidebar side-bar footer masthead navbar pagination pager taboola outbrain teaser teasers
  author-bio authorbio author-box author-info about-author about-the-author article-author-bio
  lien-quan tin-lien-quan relate binh-luan quang-cao doc-them xem-them tin-khac box-tin cung-chuyen-muc`);

/** Marks of small things around the text, which themes also use for whole pages. */
export const MARGINAL_NAMES = words(`
  share shares sharing sharebar sharedaddy social socials socialmedia follow navigation nav menu popup modal overlay
  subscribe subscription signup sign-up reply replies widget widgets toolbar print caption captions wp-caption-text credit credits
  tags taglist tag-list post-tags bio byline dateline timestamp published metadata meta post-meta entry-meta article-meta kicker
  eyebrow topics copyright disclaimer hidden visually-hidden sr-only screen-reader-text screen-reader skip jump-link player
  gallery-thumbs carousel slider poll quiz survey donate donation affiliate toc table-of-contents popular promotion promoted
  chia-se author authors rating ratings`);

/** Names that publishing systems give to the body of an article. */
export const BODY_NAMES =
  /(?:^|[\s_-])(?:article[_-]{0,2}(?:body|content|text|detail|main)|(?:entry|post|story|news|page|single|detail|cms|blog)[_-]{0,2}(?:content|body|text|detail)|(?:content|body|main)[_-]{0,2}(?:detail|body|text|article|news)|articlebody|storybody|fck_detail|prose|rich-?text|wysiwyg)(?=$|[\s_-])/i;
