import { type Clock, systemClock } from '@lamro/domain';
import type { Sender, SendOutcome } from '@lamro/fetching';
import {
  type Channel,
  type DeliveryFailureKind,
  type DeliveryOutcome,
  failed,
  type Notice,
} from '../channel/channel.ts';
import { signWebhook } from './signature.ts';

export interface WebhookOptions {
  readonly sender: Sender;
  /** The secrets shared with the receiver of this URL, the one that holds first; none when it is no longer known. */
  readonly secretsOf: (url: string) => Promise<readonly string[]>;
  readonly clock?: Clock;
}

/**
 * A {@link Channel} that posts notices as JSON to the recipient's URL, signed with a time stamp. A receiver knows a repetition
 * by `webhook-id`, so an attempt that broke off may be repeated and is never `uncertain`.
 */
export function webhookChannel({ sender, secretsOf, clock = systemClock }: WebhookOptions): Channel {
  return {
    name: 'webhook',
    send: async (notice, signal) => {
      const secrets = await secretsOf(notice.recipient);
      if (secrets.length === 0) {
        const detail = 'Địa chỉ nhận thông báo này không còn khóa ký. Hãy cấu hình lại webhook rồi gửi lại.';
        return failed('invalid-notice', detail, false);
      }
      const body = payloadOf(notice);
      const headers = { ...signWebhook(secrets, notice.id, clock.now(), body) };
      const outcome = await sender.post(
        { url: notice.recipient, body, contentType: 'application/json', headers },
        signal,
      );
      return outcomeOf(outcome);
    },
  };
}

function payloadOf({ event, createdAt, subject, text, data }: Notice): string {
  return JSON.stringify({ type: event, timestamp: createdAt.toISOString(), data: { subject, text, ...data } });
}

/** 410 is how a receiver takes its leave; every other refusal may be a mistake that is being mended. */
const GONE = 410;

function outcomeOf(outcome: SendOutcome): DeliveryOutcome {
  if (outcome.ok) return { status: 'delivered', receipt: `HTTP ${outcome.status}` };
  const kind = KINDS[outcome.kind];
  const final = kind === 'address-refused' || kind === 'invalid-notice' || outcome.status === GONE;
  return failed(kind, outcome.detail, !final, outcome.retryAfterMs);
}

const KINDS: Readonly<Record<Extract<SendOutcome, { ok: false }>['kind'], DeliveryFailureKind>> = {
  'invalid-url': 'invalid-notice',
  'scheme-refused': 'address-refused',
  'address-refused': 'address-refused',
  'robots-refused': 'address-refused',
  'dns-failed': 'unreachable',
  'connection-failed': 'unreachable',
  'tls-failed': 'tls-failed',
  'timed-out': 'timed-out',
  'too-large': 'protocol-error',
  'too-many-redirects': 'protocol-error',
  'redirect-loop': 'protocol-error',
  'headers-too-large': 'protocol-error',
  'decompression-failed': 'protocol-error',
  'decompressed-too-large': 'protocol-error',
  'protocol-error': 'protocol-error',
  'http-client-error': 'message-refused',
  'http-server-error': 'receiver-error',
  'rate-limited': 'rate-limited',
  aborted: 'aborted',
};
