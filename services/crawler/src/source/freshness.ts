/**
 * Seconds for which a server says that its answer will not change (RFC 9111, 5.2 and 5.3): `s-maxage` or `max-age` less
 * `Age`, else `Expires`. 0 where it says nothing, or that it may change any time.
 */
export function freshSeconds(headers: Readonly<Record<string, string>>, now: Date): number {
  const control = headers['cache-control'] ?? '';
  if (/\bno-(?:cache|store)\b|\bmust-revalidate\b.*\bmax-age=0\b/i.test(control)) return 0;
  const age = secondsOf(headers['age']) ?? 0;
  const most = /\bs-maxage\s*=\s*"?(\d{1,9})/i.exec(control)?.[1] ?? /\bmax-age\s*=\s*"?(\d{1,9})/i.exec(control)?.[1];
  if (most !== undefined) return Math.max(0, Number(most) - age);
  const expires = Date.parse(headers['expires'] ?? '');
  return Number.isNaN(expires) ? 0 : Math.max(0, Math.round((expires - now.getTime()) / 1000));
}

function secondsOf(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,9}$/.test(text.trim()) ? Number(text) : null;
}
