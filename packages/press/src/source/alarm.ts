import type { FetchFailure, SourceAlarm } from '@lamro/domain';
import type { ListedItem } from './listed.ts';

const DAY = 86_400_000;
/** A source of news whose newest item is older than this answers, but nobody writes into it any more. */
const STOPPED_AFTER = 90 * DAY;
const GONE: ReadonlySet<number> = new Set([404, 410]);
const FORBIDDEN: ReadonlySet<number> = new Set([401, 403, 407, 451]);

/** The newest time that a listing names, or null where it dates nothing. A date in the future is a mistake of the outlet's. */
export function newestOf(items: readonly ListedItem[], now: Date): Date | null {
  let newest = Number.NEGATIVE_INFINITY;
  for (const { publishedAt } of items) {
    const at = publishedAt === null ? Number.NaN : Date.parse(publishedAt);
    if (at > newest && at <= now.getTime() + DAY) newest = at;
  }
  return Number.isFinite(newest) ? new Date(newest) : null;
}

/** Whether a listing that was read answers although nobody writes into it any more. */
export function isStopped(newest: Date | null, now: Date): boolean {
  return newest !== null && now.getTime() - newest.getTime() > STOPPED_AFTER;
}

/** The alarm that a failed fetch stands for, and whether one failure is enough to raise it. */
export function alarmOfFailure(failure: FetchFailure): { readonly alarm: SourceAlarm; readonly lasting: boolean } {
  switch (failure.kind) {
    case 'redirect-loop':
    case 'too-many-redirects':
      return { alarm: 'redirect-loop', lasting: true };
    case 'robots-refused':
      // Without a time to come again it is the file's own word; with one the server could not serve the file.
      return failure.retryAfterMs === null
        ? { alarm: 'robots-refused', lasting: true }
        : { alarm: 'keeps-failing', lasting: false };
    case 'invalid-url':
    case 'scheme-refused':
    case 'address-refused':
      return { alarm: 'address-refused', lasting: true };
    case 'too-large':
    case 'decompressed-too-large':
    case 'headers-too-large':
      return { alarm: 'oversized', lasting: true };
    case 'http-client-error':
      if (failure.status !== null && GONE.has(failure.status)) return { alarm: 'gone', lasting: false };
      if (failure.status !== null && FORBIDDEN.has(failure.status)) return { alarm: 'forbidden', lasting: false };
      return { alarm: 'keeps-failing', lasting: false };
    default:
      return { alarm: 'keeps-failing', lasting: false };
  }
}
