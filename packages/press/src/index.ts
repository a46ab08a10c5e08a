export { canonicaliseUrl, isSameAddress } from './address/canonicalise.ts';
export { type ExtractionContext, extractArticle } from './article/extract.ts';
export { joinPages, nextPageUrl } from './article/pages.ts';
export { type OutletRules, outletRulesSchema, rulesFor } from './article/rules.ts';
export { type CharsetReason, type DecodedBody, decodeBody } from './charset/decode.ts';
export { type DateContext, dayOf, parseDate } from './date/parse.ts';
export { diffText, type ParagraphChange, type TextDifference, type WordRun } from './difference/text.ts';
export { type DiscoveredFeed, discoverFeeds } from './discovery/feeds.ts';
export { type Feed, FeedError, type FeedErrorKind, type FeedItem } from './feed/feed.ts';
export { type FeedContext, parseFeed } from './feed/parse.ts';
export { type Fingerprint, fingerprint, overlap, simhashDistance } from './fingerprint/fingerprint.ts';
export { detectLanguage, type LanguageGuess } from './language/detect.ts';
export { type ExtractInput, type ExtractLine, extractInputSchema, extractLine } from './line/extract.ts';
export { type FeedLine, feedLine } from './line/feed.ts';
export { type LanguageInput, type LanguageLine, languageInputSchema, languageLine } from './line/language.ts';
export { type ListLink, type ListSelectors, listSelectorsSchema, parseListPage } from './listing/parse.ts';
export { plainText } from './markup/plain.ts';
export { type OpmlEntry, type OpmlList, parseOpml, writeOpml } from './opml/opml.ts';
export { pictureDate, pictureKey } from './picture/picture.ts';
export { parseSearchFeed, type SearchHit, splitOutlet } from './search/feed.ts';
export { type GdeltArticle, parseGdelt } from './search/gdelt.ts';
export {
  isSitemapIndex,
  parseNewsSitemap,
  parseSitemapIndex,
  type SitemapEntry,
  type SitemapReference,
} from './sitemap/parse.ts';
export * from './source/index.ts';
export { detectWall, type Wall } from './wall/detect.ts';
