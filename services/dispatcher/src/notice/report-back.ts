import { type Pool, tellReporters } from '@lamro/database';
import { reportNotices } from '@lamro/wording';

/** How long an item is followed for whoever reported it. */
const FOLLOWED_MS = 90 * 24 * 3_600_000;

/**
 * Tells whoever reported an item what became of it, as some regulations ask (Hải Phòng, Điều 20.3: a written result for whoever
 * found a violation). @returns how many notices are new
 */
export function reportBack(pool: Pool, now: Date): Promise<number> {
  return tellReporters(pool, reportNotices, new Date(now.getTime() - FOLLOWED_MS));
}
