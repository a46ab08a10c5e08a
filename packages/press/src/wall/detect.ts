export interface Wall {
  readonly kind: 'script' | 'captcha' | 'consent' | 'login';
  /** What gave it away, in Vietnamese. */
  readonly why: string;
}

const CHALLENGES: readonly (readonly [RegExp, Wall])[] = [
  [
    /(?:cf-browser-verification|cf_chl_opt|challenge-platform|__cf_chl|just a moment\.\.\.|ddos-guard|_incapsula_resource|sucuri_cloudproxy|bmak\.js|perimeterx|px-captcha|datadome)/i,
    { kind: 'script', why: 'Trang kiểm tra trình duyệt bằng mã JavaScript' },
  ],
  [
    /(?:g-recaptcha|h-captcha|hcaptcha\.com|recaptcha\/api|captcha-delivery)/i,
    { kind: 'captcha', why: 'Trang yêu cầu xác thực CAPTCHA' },
  ],
];

/**
 * Tells an answer that stands in front of the article from the article: a script that sets a cookie and reloads, a
 * browser check, a captcha, a consent page, a sign-in form. Judged only where there is next to no readable text.
 *
 * @returns null for anything with a page's worth of text
 */
export function detectWall(html: string): Wall | null {
  const head = html.slice(0, 200_000);
  const words = visibleLength(head);
  if (words > 1500) return null;
  if (words < 400 && setsCookieAndReloads(head))
    return { kind: 'script', why: 'Máy chủ trả về đoạn mã đặt cookie rồi tải lại trang' };
  if (words < 600) for (const [pattern, wall] of CHALLENGES) if (pattern.test(head)) return wall;
  if (words < 1500 && isConsentPage(head)) return { kind: 'consent', why: 'Trang xin đồng ý sử dụng cookie' };
  if (words < 300 && /type\s{0,3}=\s{0,3}["']?password/i.test(head))
    return { kind: 'login', why: 'Trang yêu cầu đăng nhập' };
  return null;
}

function setsCookieAndReloads(html: string): boolean {
  return (
    /document\.cookie\s{0,5}=/.test(html) &&
    /location\s{0,3}(?:\.\s{0,3}(?:reload|href|replace|assign))?\s{0,3}[(=]|http-equiv\s{0,3}=\s{0,3}["']?refresh/i.test(
      html,
    )
  );
}

function isConsentPage(html: string): boolean {
  return (
    /(?:<title>[^<]{0,80}(?:before you continue|cookie|consent|privacy|datenschutz|einwilligung)|consent\.(?:google|youtube|yahoo)|action="[^"]{0,200}(?:consent|collectConsent))/i.test(
      html,
    ) && /(?:cookie|consent|privacy)/i.test(html)
  );
}

/** Characters of text outside tags, scripts and styles, counted in one pass. */
function visibleLength(html: string): number {
  const lower = html.toLowerCase();
  let length = 0;
  let at = 0;
  while (at < html.length) {
    const tag = html.indexOf('<', at);
    const end = tag < 0 ? html.length : tag;
    length += html.slice(at, end).replace(/\s+/g, ' ').trim().length;
    if (tag < 0) break;
    const hidden = /^<(script|style|noscript)\b/i.exec(html.slice(tag, tag + 12))?.[1]?.toLowerCase();
    const close = hidden === undefined ? html.indexOf('>', tag) : closing(lower, hidden, tag);
    if (close < 0) break;
    at = close + 1;
  }
  return length;
}

function closing(lower: string, name: string, from: number): number {
  const close = lower.indexOf(`</${name}`, from);
  return close < 0 ? -1 : lower.indexOf('>', close);
}
