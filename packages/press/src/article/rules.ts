import { z } from 'zod';

const selector = z.string().min(1).max(500);

/** How to read one outlet whose pages general reading gets wrong: data that an operator may change without a release. */
export const outletRulesSchema = z.object({
  /** Host name; its subdomains follow it. */
  host: z.string().min(1).toLowerCase(),
  /** CSS selectors; the first that matches counts, of `body` all matches. */
  title: selector.optional(),
  body: selector.optional(),
  authors: selector.optional(),
  publishedAt: selector.optional(),
  /** Left out before anything is read. */
  remove: z.array(selector).default([]),
  /** Link to the next page of the same article. */
  nextPage: selector.optional(),
});
export type OutletRules = z.infer<typeof outletRulesSchema>;

/** The rules for the host of an address; the longest matching host wins. */
export function rulesFor(rules: readonly OutletRules[], url: string): OutletRules | null {
  const host = URL.parse(url)?.hostname.toLowerCase() ?? '';
  const fitting = rules.filter((each) => host === each.host || host.endsWith(`.${each.host}`));
  return fitting.sort((a, b) => b.host.length - a.host.length)[0] ?? null;
}
