/** Ports that services wire; no package below the services knows who stands behind them. */

/** Grants one request at a time per host across all workers, spaced by the host's delay. */
export interface HostGate {
  /**
   * Waits its turn for `host` and returns when a request may start.
   *
   * @param host lower-case host name with port, as in a URL's `host`
   * @param delayMs least time between the starts of two requests to this host
   * @throws when `signal` aborts before the turn came
   */
  enter(host: string, delayMs: number, signal: AbortSignal): Promise<HostTurn>;
}

export interface HostTurn {
  /** Gives the host back. `retryAfterMs` holds everybody off for that long. */
  leave(retryAfterMs?: number): Promise<void>;
}

export interface FetchRequest {
  readonly url: string;
  readonly etag?: string | null;
  readonly lastModified?: string | null;
  readonly accept?: string;
  readonly maxBytes?: number;
  readonly timeoutMs?: number;
}

export type FetchFailureKind =
  | 'invalid-url'
  | 'scheme-refused'
  | 'address-refused'
  | 'robots-refused'
  | 'dns-failed'
  | 'connection-failed'
  | 'tls-failed'
  | 'timed-out'
  | 'too-large'
  | 'too-many-redirects'
  | 'redirect-loop'
  | 'headers-too-large'
  | 'decompression-failed'
  | 'decompressed-too-large'
  | 'http-client-error'
  | 'http-server-error'
  | 'rate-limited'
  | 'protocol-error'
  | 'aborted';

export interface FetchedPage {
  readonly ok: true;
  readonly requestedUrl: string;
  readonly url: string;
  readonly status: number;
  readonly notModified: boolean;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  readonly redirects: readonly string[];
  readonly fetchedAt: Date;
}

export interface FetchFailure {
  readonly ok: false;
  readonly requestedUrl: string;
  readonly kind: FetchFailureKind;
  /** One Vietnamese sentence that says what happened and, where there is one, the remedy. */
  readonly detail: string;
  readonly status: number | null;
  readonly retryAfterMs: number | null;
  readonly redirects: readonly string[];
  readonly fetchedAt: Date;
}

export type FetchOutcome = FetchedPage | FetchFailure;

/** The only way out to an address that came from data. Never throws for what the other side does. */
export interface Fetcher {
  fetch(request: FetchRequest, signal?: AbortSignal): Promise<FetchOutcome>;
}

export interface BlobStore {
  /** Stores bytes under their SHA-256 (lower-case hex) and returns it. Storing the same bytes twice is one blob. */
  put(bytes: Uint8Array): Promise<string>;
  /** @throws when no blob has this hash or its bytes no longer match it */
  get(sha256: string): Promise<Uint8Array>;
  has(sha256: string): Promise<boolean>;
}

/** Wakes a worker for a row that already stands in the ledger. Losing a wake loses nothing: the reconciler repeats it. */
export type Wake = (stage: string, id: string) => Promise<void>;

/** Unit vectors, one per text; only vectors of one `id` may be compared. A text that the model knows nothing of is all zeros. */
export interface Embedder {
  readonly id: string;
  embed(texts: readonly string[]): Promise<readonly Float32Array[]>;
}

/** A passage that is known, and a sentence that is held against it. */
export interface TextPair {
  readonly premise: string;
  readonly hypothesis: string;
}

/** Probabilities that the premise entails, contradicts or is neutral to the hypothesis; they sum to 1. */
export interface EntailmentScores {
  readonly entailment: number;
  readonly contradiction: number;
  readonly neutral: number;
}

export interface Entailment {
  readonly id: string;
  judge(pairs: readonly TextPair[]): Promise<readonly EntailmentScores[]>;
}

export interface Translator {
  /** Id of the model that serves a pair of ISO 639-1 languages; null where none does. */
  idFor(from: string, to: string): string | null;
  /** @throws when no model serves the pair */
  translate(texts: readonly string[], from: string, to: string): Promise<readonly string[]>;
}

/** Time that tests can move. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };
