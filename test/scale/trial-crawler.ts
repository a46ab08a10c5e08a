// A crawler as a process of its own that may read the sample press on loopback: the outlets' exact origins come as the one
// argument, and nothing but this file of a test can hand them over.
import { openCrawler } from '@lamro/crawler';
import { runService } from '@lamro/runtime';
import { z } from 'zod';

const loopbackOrigins = z.array(z.url()).parse(JSON.parse(process.argv[2] ?? '[]'));
const rhythm = { shortestSeconds: 2, longestSeconds: 5 };
await runService('crawler', (context) => openCrawler(context, { loopbackOrigins, rhythm, hostDelayMs: 50 }));
