import { isIP } from 'node:net';
import { isLoopback, refusedRange } from './address.ts';

/** Longest URL that is followed; longer ones come from traps and loops, and servers refuse them anyway. */
const MAX_URL_LENGTH = 4096;

/** Ports of other protocols, which a crafted URL could make us speak to (WHATWG Fetch, "bad ports"). */
const OTHER_PROTOCOLS = new Set(
  (
    '1 7 9 11 13 15 17 19 20 21 22 23 25 37 42 43 53 69 77 79 87 95 101 102 103 104 109 110 111 113 115 117 119 123 ' +
    '135 137 139 143 161 179 389 427 465 512 513 514 515 526 530 531 532 540 548 554 556 563 587 601 636 989 990 993 ' +
    '995 1719 1720 1723 2049 3659 4045 4190 5060 5061 6000 6566 6665 6666 6667 6668 6669 6679 6697 10080'
  ).split(' '),
);

export interface Target {
  readonly ok: true;
  /** Normalised, without fragment. */
  readonly url: URL;
  /** Stands in the list of origins that may (and must) be loopback. */
  readonly loopback: boolean;
}

export interface RefusedTarget {
  readonly ok: false;
  readonly kind: 'invalid-url' | 'scheme-refused' | 'address-refused';
  readonly detail: string;
}

/**
 * Checks a URL that came from data before anything is resolved or connected.
 *
 * The WHATWG parser brings decimal, octal, hexadecimal and short IPv4 forms, full-width digits and percent-encoded hosts
 * to one notation, so a literal address is judged here; the addresses of a name are judged when it is resolved.
 *
 * @param base what a relative reference (a redirect) is resolved against
 * @param loopbackOrigins exact origins, as {@link loopbackOriginSet} returns them
 */
export function checkTarget(value: string, loopbackOrigins: ReadonlySet<string>, base?: URL): Target | RefusedTarget {
  const url = parseUrl(value, base);
  if (url === null) return refuse('invalid-url', `Địa chỉ không hợp lệ: «${value.slice(0, 200)}».`);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    return refuse('scheme-refused', `Chỉ nhận địa chỉ http hoặc https, không nhận «${url.protocol}».`);
  }
  if (url.username !== '' || url.password !== '') {
    return refuse('invalid-url', 'Địa chỉ có tên người dùng hoặc mật khẩu kèm theo không được chấp nhận.');
  }
  url.hash = '';
  // The same host with the root's dot would have another robots.txt, another turn and no valid certificate.
  if (url.hostname.endsWith('.')) url.hostname = url.hostname.slice(0, -1);
  if (loopbackOrigins.has(url.origin)) return { ok: true, url, loopback: true };
  if (OTHER_PROTOCOLS.has(url.port)) {
    return refuse('address-refused', `Cổng ${url.port} dành cho giao thức khác, không phải trang web.`);
  }
  const literal = literalAddress(url.hostname);
  const range = literal === null ? refusedName(url.hostname) : refusedRange(literal);
  if (range !== null) return refuse('address-refused', refusedAddressDetail(url.hostname, range));
  return { ok: true, url, loopback: false };
}

/** RFC 6761, 6.3: these names are loopback whatever a resolver says. */
function refusedName(hostname: string): string | null {
  return /(?:^|\.)localhost\.?$/.test(hostname) ? 'loopback' : null;
}

/** The Vietnamese sentence for an address outside the public network. */
export function refusedAddressDetail(host: string, range: string): string {
  return `Máy chủ «${host}» trỏ về địa chỉ không thuộc mạng công cộng (${range}); yêu cầu bị chặn để bảo vệ hệ thống.`;
}

/**
 * Normalises the list of origins that may be loopback.
 *
 * @param origins exact origins with a literal loopback address, such as `http://127.0.0.5:8081`
 * @throws TypeError when one is not an origin or not a literal loopback address: the list must not widen the guard
 */
export function loopbackOriginSet(origins: readonly string[]): ReadonlySet<string> {
  return new Set(origins.map(loopbackOrigin));
}

function loopbackOrigin(value: string): string {
  const url = parseUrl(value);
  const literal = url === null ? null : literalAddress(url.hostname);
  if (url === null || url.origin !== value || literal === null || !isLoopback(literal)) {
    throw new TypeError(`Not an exact origin on a literal loopback address: ${value}`);
  }
  return url.origin;
}

/** The IP address in a URL's host name, without brackets, or null when it is a name. */
export function literalAddress(hostname: string): string | null {
  const bare = hostname.startsWith('[') ? hostname.slice(1, -1) : hostname;
  return isIP(bare) === 0 ? null : bare;
}

function parseUrl(value: string, base?: URL): URL | null {
  if (value.length > MAX_URL_LENGTH) return null;
  const url = URL.parse(value, base);
  return url === null || (url.hostname === '' && isWeb(url)) || url.href.length > MAX_URL_LENGTH ? null : url;
}

function isWeb(url: URL): boolean {
  return url.protocol === 'http:' || url.protocol === 'https:';
}

function refuse(kind: RefusedTarget['kind'], detail: string): RefusedTarget {
  return { ok: false, kind, detail };
}
