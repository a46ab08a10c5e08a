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

/** Code that ISO 3166 leaves free for users: nobody has said where the outlet stands. Shown as an unknown country. */
export const UNKNOWN_COUNTRY = 'ZZ';

/**
 * Where an outlet stands that was named by somebody else: as stated, else as the last label of its host says. A Vietnamese text on a
 * generic domain (`.com`, `.org`) stays unknown, because papers licensed in Vietnam keep a name under `.vn` and services of other
 * countries write in Vietnamese too. Without a host name the language is all there is.
 */
export function countryOfOutlet(outlet: {
  readonly stated?: string | null | undefined;
  readonly host: string | null;
  readonly language: string;
}): string {
  const hasName = /\.[a-z]{2,}$/i.test(outlet.host ?? '');
  const told = outlet.stated || countryOfHost(outlet.host);
  return told || (!hasName && outlet.language === 'vi' ? 'VN' : UNKNOWN_COUNTRY);
}
