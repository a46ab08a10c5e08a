export { type CrawlerParts, LIVE_RHYTHM, type Rhythm, startCrawler } from './crawler.ts';
export { type CrawlerTrial, openCrawler } from './open-crawler.ts';
