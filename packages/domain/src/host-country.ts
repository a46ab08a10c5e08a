/** Country codes that are sold as words and say nothing of a country. */
const WORDS = /^(?:IO|AI|CO|TV|ME|FM|LY|TO|EU)$/;

/**
 * The country of a host name's last label, ISO 3166-1 alpha-2; null where it is a generic one.
 *
 * @example countryOfHost('www.bbc.co.uk') // 'GB'
 */
export function countryOfHost(host: string | null): string | null {
  const label = /\.([a-z]{2})$/i.exec(host ?? '')?.[1]?.toUpperCase() ?? null;
  if (label === null || WORDS.test(label)) return null;
  return label === 'UK' ? 'GB' : label;
}
