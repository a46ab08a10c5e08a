/** Languages in which the sample press writes; the two Chinese scripts are told apart here and become `zh` in the truth. */
export type Tongue = 'vi' | 'en' | 'zh' | 'zh-Hant' | 'ja' | 'ko' | 'fr' | 'ru';

export type FeedKind = 'rss' | 'atom' | 'rdf' | 'json-feed' | 'news-sitemap' | 'list-page';

export type Skin = 'classic' | 'cards' | 'plain' | 'table' | 'app';

/** One invented outlet as it is defined; where it listens is decided when the newsroom starts. */
export interface OutletDefinition {
  id: string;
  /** The first name is the usual one, the others are used by seeded copies. */
  names: readonly [string, ...string[]];
  /** ISO 3166-1 alpha-2. */
  country: string;
  tongue: Tongue;
  feed: FeedKind;
  feedPath: string;
  charset: string;
  /** `header` names the charset in Content-Type and in the page, `page` only in the page or XML declaration. */
  charsetIn: 'header' | 'page';
  /** Offset of the outlet's published times, such as `+07:00`. */
  offset: string;
  skin: Skin;
  /** How an article's address is built: `{slug}`, `{id}`, `{y}`, `{m}`, `{d}`. */
  path: string;
  /** Profile of the province whose official portal this is. */
  official?: string;
}

/** The language code that feeds and the truth use: ISO 639-1. */
export function isoLanguage(tongue: Tongue): string {
  return tongue === 'zh-Hant' ? 'zh' : tongue;
}
