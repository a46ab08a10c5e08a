/** A file that goes with a letter. */
export interface Attachment {
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** One message to one person or system, as it was recorded. */
export interface Notice {
  /** Id of the notice's row; the same on every attempt, so that a receiver can tell a repetition. */
  readonly id: string;
  /** The Message-ID recorded with it, in angle brackets; the same on every attempt. */
  readonly messageId: string;
  /** E-mail address, or URL of a webhook. */
  readonly recipient: string;
  /** What happened, such as `case.assigned`. */
  readonly event: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string | null;
  /** Files that go with it; channels other than e-mail leave them out. */
  readonly attachments?: readonly Attachment[];
  /** What a program reads of it; must be JSON. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly createdAt: Date;
}

export type DeliveryFailureKind =
  | 'invalid-notice'
  | 'address-refused'
  | 'unreachable'
  | 'tls-failed'
  | 'timed-out'
  | 'sign-in-failed'
  | 'recipient-refused'
  | 'message-refused'
  | 'temporarily-refused'
  | 'rate-limited'
  | 'receiver-error'
  | 'protocol-error'
  | 'aborted';

export interface Delivered {
  readonly status: 'delivered';
  /** What the other side said when it took the notice over. */
  readonly receipt: string;
}

export interface DeliveryFailed {
  readonly status: 'failed';
  readonly kind: DeliveryFailureKind;
  /** One or two Vietnamese sentences: what happened and what to do. */
  readonly detail: string;
  /** True when the same notice may go through later; nothing was delivered, or the receiver knows repetitions by their id. */
  readonly retryable: boolean;
  readonly retryAfterMs: number | null;
}

/** The notice may have arrived or not, and the other side could not tell a repetition: a person decides. */
export interface DeliveryUncertain {
  readonly status: 'uncertain';
  readonly kind: DeliveryFailureKind;
  readonly detail: string;
}

export type DeliveryOutcome = Delivered | DeliveryFailed | DeliveryUncertain;

/** A way by which notices go out. One call is one attempt; it never throws for what the other side does. */
export interface Channel {
  readonly name: 'email' | 'webhook';
  send(notice: Notice, signal?: AbortSignal): Promise<DeliveryOutcome>;
}

export function failed(
  kind: DeliveryFailureKind,
  detail: string,
  retryable: boolean,
  retryAfterMs: number | null = null,
): DeliveryFailed {
  return { status: 'failed', kind, detail, retryable, retryAfterMs };
}
