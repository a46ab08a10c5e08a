/**
 * An address from data as a link target, or null where following it would not be an ordinary visit to a web page
 * (`javascript:` and the like).
 */
export function webAddress(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const address = new URL(text);
  return address.protocol === 'http:' || address.protocol === 'https:' ? address.href : null;
}

/** A path of this site to return to; anything that could lead elsewhere becomes the front page. */
export function localPath(text: string | undefined): string {
  return text !== undefined && /^\/(?![/\\])[^\s\\]*$/.test(text) ? text : '/';
}

/** A path with the parameters that have a value, in the order given. */
export function pathWith(path: string, parameters: Readonly<Record<string, string | null | undefined>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters))
    if (value !== null && value !== undefined && value !== '') query.set(name, value);
  const text = query.toString();
  return text === '' ? path : `${path}?${text}`;
}
