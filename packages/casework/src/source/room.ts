import type { SourceAlarm, SourceKind } from '@lamro/domain';

/** What one source gives, found by trial and stored nowhere. */
export interface SourceTrial {
  readonly url: string;
  readonly finalUrl: string | null;
  /** The kind to register it as; null when it is no source. */
  readonly kind: SourceKind | null;
  readonly format: string | null;
  readonly title: string | null;
  readonly language: string | null;
  readonly items: readonly {
    readonly url: string;
    readonly title: string;
    readonly summary: string;
    readonly publishedAt: string | null;
  }[];
  readonly newestAt: string | null;
  readonly feeds: readonly { readonly url: string; readonly title: string | null; readonly items: number | null }[];
  readonly alarm: SourceAlarm | null;
  /** Vietnamese; what led to the alarm. */
  readonly detail: string | null;
  readonly requests: number;
}

/** One line of a subscription list. */
export interface Subscription {
  readonly title: string;
  readonly feedUrl: string;
  readonly siteUrl: string | null;
  readonly language: string | null;
  readonly folders: readonly string[];
}

/** How sources are read, which casework does not know itself. */
export interface SourceRoom {
  /** Tries an address through the guarded way out. */
  preview(url: string): Promise<SourceTrial>;
  /** One address for one article. */
  canonicalUrl(url: string): string;
  /** @throws Error with a Vietnamese message when the text is no subscription list */
  readOpml(xml: string): { readonly entries: readonly Subscription[] };
  writeOpml(list: { readonly title: string | null; readonly entries: readonly Subscription[] }): string;
}
