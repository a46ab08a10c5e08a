import robotsParser from 'robots-parser';

/** Longest rule that is read; real ones are well under a hundred characters. */
const MAX_RULE = 1000;

/** Matching costs rule length × path length for each wildcard; a hostile file could ask for hours without this limit. */
const MAX_WILDCARDS = 6;

/** Wildcards of the whole file; past them only the part of a rule before its first one is kept. */
const MAX_WILDCARDS_IN_ALL = 5000;

/** Longest path that is compared; what follows cannot lift a rule that already matched. */
const MAX_PATH = 1500;

const DIRECTIVE = /^[ \t]*(user-agent|allow|disallow|crawl-delay)[ \t]*:[ \t]*([^#]*)/i;

/**
 * Keeps the lines of a robots.txt that bear on us, one directive a line, in order. Other records (sitemaps, comments,
 * HTML of a "not found" page) go, and rules that no honest file holds are made harmless: a refusal with too many wildcards
 * is cut short, which refuses more; a permission with too many is dropped, which permits less.
 */
export function tidyRobots(text: string): string {
  const budget = { wildcards: MAX_WILDCARDS_IN_ALL };
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r\n?|\n/)
    .map((line) => tidyLine(line, budget))
    .filter((line) => line !== '')
    .join('\n');
}

function tidyLine(line: string, budget: { wildcards: number }): string {
  const [, name, rest] = DIRECTIVE.exec(line.slice(0, MAX_RULE + 20)) ?? [];
  if (name === undefined || rest === undefined) return '';
  const directive = name.toLowerCase();
  const value = rest.trim().replace(/\*{2,}/g, '*');
  if (directive !== 'allow' && directive !== 'disallow') return `${directive}: ${value}`;
  const parts = value.slice(0, MAX_RULE).split('*');
  const allowed = Math.min(MAX_WILDCARDS, budget.wildcards);
  const kept = parts.slice(0, allowed + 1);
  budget.wildcards -= kept.length - 1;
  if (kept.length === parts.length && value.length <= MAX_RULE) return `${directive}: ${value}`;
  return directive === 'allow' ? '' : `disallow: ${kept.join('*')}`;
}

export interface Permission {
  readonly allowed: boolean;
  /** Milliseconds between requests that the file asks for, or null. */
  readonly crawlDelayMs: number | null;
}

/**
 * What a robots.txt (RFC 9309) says to us about one URL of its origin.
 *
 * @param text as {@link tidyRobots} returns it
 * @param agent our product token, such as `LamRo`
 */
export function readRules(text: string, url: URL, agent: string): Permission {
  const robots = robotsParser(`${url.origin}/robots.txt`, text);
  const seconds = robots.getCrawlDelay(agent);
  return {
    allowed:
      url.pathname === '/robots.txt' ||
      robots.isAllowed(url.href.slice(0, url.origin.length + MAX_PATH), agent) !== false,
    crawlDelayMs: seconds !== undefined && Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : null,
  };
}
