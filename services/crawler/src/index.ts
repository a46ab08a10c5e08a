export { type CrawlerParts, LIVE_RHYTHM, type Rhythm, startCrawler } from './crawler.ts';
