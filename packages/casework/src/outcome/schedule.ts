const HOUR = 3600 * 1000;
const DAY = 24 * HOUR;

/** When an article is looked at again after a release, in milliseconds. */
export const CHECK_DELAYS: readonly number[] = [HOUR, 6 * HOUR, DAY, 3 * DAY, 7 * DAY, 14 * DAY];
