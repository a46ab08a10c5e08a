import { canonicaliseUrl, isSameAddress } from '@lamro/press';

/** Hosts that answer with a page which sends a browser on by script, where a redirect would do. */
const REDIRECTORS = /^(?:news\.google\.[a-z.]{2,6}|news\.url\.google\.com|t\.co|lnkd\.in)$/;
const PLACES = [
  /<meta[^<>]{0,200}http-equiv\s*=\s*["']?refresh["']?[^<>]{0,200}url\s*=\s*['"]?(https?:[^"'>\s]{1,2000})/i,
  /data-n-au\s*=\s*["'](https?:[^"']{1,2000})/i,
  /(?:window\.)?location(?:\.href|\.replace)?\s*[=(]\s*["'](https?:[^"']{1,2000})/i,
  /<a\s[^<>]{0,300}href\s*=\s*["'](https?:[^"']{1,2000})["'][^<>]{0,300}rel\s*=\s*["'][^"']{0,60}nofollow/i,
] as const;

/** Whether an address is a page of a redirector, which is nobody's article. */
export function isRedirector(url: string): boolean {
  return REDIRECTORS.test(URL.parse(url)?.hostname ?? '');
}

/** The address that a redirector's page leads to, or null where it hides it. */
export function addressBehind(html: string, url: string): string | null {
  const inside = canonicaliseUrl(url);
  if (!isSameAddress(inside, url) && !isRedirector(inside)) return inside;
  const head = html.slice(0, 200_000);
  for (const place of PLACES) {
    const found = place.exec(head)?.[1]?.replaceAll('&amp;', '&').replaceAll('\\u003d', '=').replaceAll('\\/', '/');
    if (found !== undefined && URL.canParse(found) && !isRedirector(found)) return found;
  }
  return null;
}
