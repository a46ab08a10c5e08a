import { runService } from '@lamro/runtime';
import { openCrawler } from './open-crawler.ts';

await runService('crawler', (context) => openCrawler(context));
