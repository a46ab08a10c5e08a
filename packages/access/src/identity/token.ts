import { createHash, randomBytes } from 'node:crypto';

/** A secret for a link or a key: 32 random bytes, base64url. */
export function createToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What the ledger keeps of a token: its SHA-256 in lower-case hex. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
