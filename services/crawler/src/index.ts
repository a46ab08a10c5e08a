export { type CrawlerParts, LIVE_RHYTHM, type Rhythm, startCrawler } from './crawler.ts';
export { createHostDelays, followHostDelays, type HostDelays } from './source/host-delays.ts';
