import { checkTarget, type RefusedTarget, type Target } from '../address/target.ts';
import type { Failure } from '../failure/failure.ts';

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/** True for an answer that sends us elsewhere. */
export function isRedirect(status: number, location: string | undefined): location is string {
  return REDIRECTS.has(status) && location !== undefined && location.trim() !== '';
}

/** Follows a chain one step at a time, judging each address anew. */
export class RedirectTrail {
  /** Addresses that we were sent to, in order; the last is where the answer came from. */
  readonly urls: string[] = [];
  readonly #seen = new Set<string>();
  readonly #max: number;
  readonly #loopbackOrigins: ReadonlySet<string>;

  constructor(start: Target, max: number, loopbackOrigins: ReadonlySet<string>) {
    this.#seen.add(start.url.href);
    this.#max = max;
    this.#loopbackOrigins = loopbackOrigins;
  }

  /** The next address, or why it is not followed. */
  follow(from: Target, location: string): Target | RefusedTarget | (Failure & { readonly ok: false }) {
    const next = checkTarget(location.trim(), this.#loopbackOrigins, from.url);
    this.urls.push(next.ok ? next.url.href : location.trim().slice(0, 2000));
    if (!next.ok) return { ...next, detail: `Chuyển hướng bị chặn. ${next.detail}` };
    if (this.#seen.has(next.url.href)) {
      const detail = 'Trang chuyển hướng vòng tròn; có thể máy chủ đòi cookie hoặc JavaScript mới cho đọc.';
      return { ok: false, kind: 'redirect-loop', detail };
    }
    if (this.urls.length > this.#max) {
      return { ok: false, kind: 'too-many-redirects', detail: `Trang chuyển hướng quá ${this.#max} lần.` };
    }
    this.#seen.add(next.url.href);
    return next;
  }
}
