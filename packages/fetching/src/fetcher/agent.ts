const TOKEN = /^[A-Za-z][A-Za-z_-]*$/;
const PRODUCT = /^([^/\s]+)\/[\w.-]+$/;

export interface Agent {
  /** What robots.txt knows us by: `LamRo`. */
  readonly token: string;
  /** The whole header: `LamRo/0.1 (+https://…)`. */
  readonly header: string;
}

/**
 * An honest user agent: a product with its version, and where its operator can be reached.
 *
 * @param product such as `LamRo/0.1`
 * @param contact a URL or an e-mail address
 * @throws TypeError when either would not be a valid header or not name anybody
 */
export function honestAgent(product: string, contact: string): Agent {
  const token = PRODUCT.exec(product)?.[1] ?? '';
  if (!TOKEN.test(token))
    throw new TypeError(`User agent must be a product with a version, such as LamRo/0.1: ${product}`);
  if (!/^[\x21-\x7e]{3,200}$/.test(contact) || /[()]/.test(contact)) {
    throw new TypeError(`Contact must be a URL or an e-mail address in ASCII: ${contact}`);
  }
  return { token, header: `${product} (+${contact})` };
}
