import { isTracking } from './tracking.ts';

/** Redirectors that carry the address in a parameter. */
const REDIRECTORS: readonly (readonly [host: RegExp, path: RegExp, parameters: readonly string[]])[] = [
  [/(?:^|\.)google\.[a-z.]{2,6}$/, /^\/url$/, ['url', 'q']],
  [/(?:^|\.)facebook\.com$/, /^\/l\.php$/, ['u']],
  [/^l\.(?:facebook|instagram|messenger)\.com$/, /^\//, ['u']],
  [/^out\.reddit\.com$/, /^\//, ['url']],
  [/^(?:www\.)?bing\.com$/, /^\/news\/apiclick\.aspx$/, ['url']],
  [/^link\.zhihu\.com$/, /^\//, ['target']],
  [/^(?:www\.)?youtube\.com$/, /^\/redirect$/, ['q']],
  [/^(?:www\.)?linkedin\.com$/, /^\/redir\/redirect$/, ['url']],
  [/^steamcommunity\.com$/, /^\/linkfilter\/?$/, ['url']],
  [/^r\.search\.yahoo\.com$/, /^\//, ['RU']],
];
const MOST_REDIRECTORS = 3;
const MOBILE_HOST = /^(?:m|mobile|amp|wap|touch|mb|mbasic)\.(?=[^.]+\.[^.])/;
const SESSION_IN_PATH = /;(?:jsessionid|phpsessid|sid)=[\w.!-]{1,200}/gi;
const INDEX_FILE = /\/(?:index|default|home)\.(?:html?|php|aspx?|jsp)$/i;

const LONGEST_ADDRESS = 8_192;

/**
 * One address for one article: known redirectors opened, tracking and session parameters, fragments, default ports and
 * mobile and AMP twins taken away, parameters in order, https, no `www.`, no slash at the end. Applying it twice changes
 * nothing. Text that is no http(s) address comes back trimmed.
 *
 * The result identifies an article; for fetching keep the address that was found.
 *
 * @example canonicaliseUrl('http://m.bao.vn/tin-1.html?utm_source=x&b=2&a=1#top') // 'https://bao.vn/tin-1.html?a=1&b=2'
 */
export function canonicaliseUrl(address: string): string {
  const trimmed = address.trim();
  // No server takes a longer one, and each rule below reads the whole of it.
  if (trimmed.length > LONGEST_ADDRESS) return trimmed;
  let url = URL.parse(trimmed);
  if (url === null || !isWeb(url)) return trimmed;
  for (let turn = 0; turn < MOST_REDIRECTORS; turn++) {
    const target = targetOf(url);
    if (target === null) break;
    url = target;
  }
  return written(settle(url));
}

/** Whether two addresses name the same article. */
export function isSameAddress(a: string, b: string): boolean {
  return canonicaliseUrl(a) === canonicaliseUrl(b);
}

function settle(url: URL): URL {
  const settled = new URL(url.href);
  const host = hostOf(settled.hostname);
  // The twin of "m.a.vn" may turn out to be "www.a.vn", of "amp.m.a.vn" both: repeat until nothing gives.
  settled.hostname = host;
  settled.hash = '';
  settled.username = '';
  settled.password = '';
  settled.pathname = pathOf(settled.pathname);
  settled.search = queryOf(settled.searchParams);
  return settled;
}

function hostOf(hostname: string): string {
  let host = hostname.toLowerCase().replace(/\.+$/, '');
  for (let before = ''; before !== host; ) {
    before = host;
    host = host.replace(/^www\d?\.(?=[^.]+\.[^.])/, '').replace(MOBILE_HOST, '');
  }
  return host;
}

function pathOf(pathname: string): string {
  let path = pathname.replace(SESSION_IN_PATH, '').replace(/\/{2,}/g, '/');
  for (let before = ''; before !== path; ) {
    before = path;
    path = path
      .replace(INDEX_FILE, '/')
      .replace(/^\/(?:amp|mobile)\/(?=.)/i, '/')
      .replace(/\/amp(?:\.html?)?\/?$/i, '/')
      .replace(/\.amp(?=\.html?$|$)/i, '')
      .replace(/[-_]amp(\.(?:html?|tpo|chn|vnp|aspx?))$/i, '$1')
      .replace(/(?<=.)\/$/, '');
  }
  return path;
}

function queryOf(parameters: URLSearchParams): string {
  const kept = [...parameters].filter(([name, value]) => !isTracking(name, value));
  kept.sort(([a, x], [b, y]) => (a < b ? -1 : a > b ? 1 : x < y ? -1 : x > y ? 1 : 0));
  return new URLSearchParams(kept).toString();
}

function targetOf(url: URL): URL | null {
  const cached = /^\/(?:c|v|i)\/(?:s\/)?([^/]+\.[^/]+\/.*)$/.exec(url.pathname);
  if (cached !== null && /\.cdn\.ampproject\.org$/.test(url.hostname))
    return webUrl(`https://${cached[1]}${url.search}`);
  const amp = /^\/amp\/s\/(.+)$/.exec(url.pathname);
  if (amp !== null && /(?:^|\.)google\.[a-z.]{2,6}$/.test(url.hostname))
    return webUrl(`https://${amp[1]}${url.search}`);
  for (const [host, path, parameters] of REDIRECTORS) {
    if (!host.test(url.hostname) || !path.test(url.pathname)) continue;
    for (const name of parameters) {
      const target = webUrl(url.searchParams.get(name) ?? '');
      if (target !== null) return target;
    }
  }
  return null;
}

function webUrl(text: string): URL | null {
  const url = URL.parse(text);
  return url !== null && isWeb(url) ? url : null;
}

function isWeb(url: URL): boolean {
  return url.protocol === 'http:' || url.protocol === 'https:';
}

function written(url: URL): string {
  const port = url.port === '' || url.port === '80' || url.port === '443' ? '' : `:${url.port}`;
  const scheme = port === '' ? 'https:' : url.protocol;
  return `${scheme}//${url.hostname}${port}${url.pathname}${url.search}`;
}
