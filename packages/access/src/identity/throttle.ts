import { isIPv6 } from 'node:net';
import { countCall, type Pool, uncountCall } from '@lamro/database';
import type { Clock } from '@lamro/domain';
import { CLIENT_ADDRESS_HEADER } from './settings.ts';

/** What one address may do within a window, beside what each account allows: an office shares one address. */
export const ADDRESS_LIMITS = { 'failed-sign-in': 30, 'reset-letter': 10 } as const;
/** Letters with a reset link that one account gets within a window, whoever asks. */
export const RESETS_PER_ACCOUNT = 3;
const WINDOW_MS = 15 * 60_000;

/** Counts what addresses do, in the ledger, so that every node counts the same. */
export interface Throttle {
  /**
   * Counts one act before it is tried, so that many at once are not one. False where the address has no more left.
   * Headers without an address (a call from inside) are never held back.
   */
  take(act: keyof typeof ADDRESS_LIMITS, headers: Headers): Promise<boolean>;
  /** Gives back an act that turned out to be none, such as a right password. */
  giveBack(act: keyof typeof ADDRESS_LIMITS, headers: Headers): Promise<void>;
  takeReset(email: string): Promise<boolean>;
}

export function createThrottle(pool: Pool, clock: Clock): Throttle {
  const window = () => new Date(Math.floor(clock.now().getTime() / WINDOW_MS) * WINDOW_MS);
  return {
    take: async (act, headers) => {
      const caller = callerOf(act, headers);
      return caller === null || (await countCall(pool, caller, window())) <= ADDRESS_LIMITS[act];
    },
    giveBack: async (act, headers) => {
      const caller = callerOf(act, headers);
      if (caller !== null) await uncountCall(pool, caller, window());
    },
    takeReset: async (email) => (await countCall(pool, `reset:${email.toLowerCase()}`, window())) <= RESETS_PER_ACCOUNT,
  };
}

function callerOf(act: string, headers: Headers): string | null {
  const address = headers.get(CLIENT_ADDRESS_HEADER);
  return address === null || address === '' ? null : `${act}:${networkOf(address)}`;
}

/** Whoever holds one IPv6 address holds the 2^64 beside it: they count as one. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').split('%')[0] ?? '';
  if (!isIPv6(plain)) return plain;
  const [head = '', tail] = plain.split('::');
  const groups = (text: string) => (text === '' ? [] : text.split(':'));
  const before = groups(head);
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - groups(tail).length);
  const all = [...before, ...Array.from({ length: zeros }, () => '0'), ...groups(tail ?? '')];
  return `${all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
