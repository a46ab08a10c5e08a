import { createHmac, timingSafeEqual } from 'node:crypto';

const PREFIX = 'whsec_';

/** Shorter secrets could be guessed (Standard Webhooks asks for 24 to 64 bytes). */
const MIN_SECRET_BYTES = 24;

/** How far the time stamp may be from the receiver's clock before a delivery counts as replayed. */
const TOLERANCE_MS = 5 * 60_000;

export interface SignedHeaders {
  readonly 'webhook-id': string;
  /** Seconds since 1970. */
  readonly 'webhook-timestamp': string;
  /** For each secret `v1,` and the base64 of an HMAC-SHA256 over id, time stamp and body joined by dots; blanks between. */
  readonly 'webhook-signature': string;
}

/**
 * Signs a webhook by the Standard Webhooks specification (version 1).
 *
 * @param secrets each `whsec_` and the base64 of at least 24 bytes; more than one while a receiver changes over
 * @throws TypeError when one of them is no secret
 */
export function signWebhook(secrets: readonly string[], id: string, at: Date, body: string): SignedHeaders {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': secrets.map((secret) => `v1,${digest(secret, id, timestamp, body)}`).join(' '),
  };
}

/**
 * What a receiver does: true when the headers belong to the body, were made with the secret and are not older or newer
 * than five minutes.
 *
 * @throws TypeError when the secret is none
 */
export function verifyWebhook(
  secret: string,
  headers: Readonly<Record<string, string | undefined>>,
  body: string,
  now: Date,
): boolean {
  const id = headers['webhook-id'] ?? '';
  const timestamp = headers['webhook-timestamp'] ?? '';
  if (!/^\d{1,12}$/.test(timestamp) || Math.abs(Number(timestamp) * 1000 - now.getTime()) > TOLERANCE_MS) return false;
  const expected = Buffer.from(`v1,${digest(secret, id, timestamp, body)}`);
  return (headers['webhook-signature'] ?? '').split(' ').some((signature) => {
    const given = Buffer.from(signature);
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
}

function digest(secret: string, id: string, timestamp: string, body: string): string {
  return createHmac('sha256', secretBytes(secret)).update(`${id}.${timestamp}.${body}`).digest('base64');
}

function secretBytes(secret: string): Buffer {
  const encoded = secret.startsWith(PREFIX) ? secret.slice(PREFIX.length) : '';
  const bytes = /^[A-Za-z0-9+/]+={0,2}$/.test(encoded) ? Buffer.from(encoded, 'base64') : Buffer.alloc(0);
  // The secret itself must not stand in an error, which is logged.
  if (bytes.length < MIN_SECRET_BYTES)
    throw new TypeError('A webhook secret is whsec_ and the base64 of at least 24 bytes');
  return bytes;
}
