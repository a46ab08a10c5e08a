import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import type { LookupFunction, Socket } from 'node:net';
import { buildConnector } from 'undici';
import { isLoopback, refusedRange } from '../address/address.ts';

/** Every address of a name, in the order in which they are to be tried. */
export type Resolve = (hostname: string) => Promise<readonly LookupAddress[]>;

/** The machine's own resolver, hosts file included. */
export const systemResolve: Resolve = (hostname) => lookup(hostname, { all: true, verbatim: true });

/** A name or a socket that leads to an address that may not be called. */
export class AddressRefused extends Error {
  readonly host: string;
  readonly range: string;

  constructor(host: string, range: string) {
    super(`${host} is ${range}`);
    this.host = host;
    this.range = range;
  }
}

/** A name that has no address or whose server does not answer. */
export class NameUnresolved extends Error {
  readonly host: string;

  constructor(host: string, cause: unknown) {
    super(`${host} does not resolve`, { cause });
    this.host = host;
  }
}

export interface ConnectionOptions {
  readonly resolve: Resolve;
  /** Why an address may not be connected to, or null: {@link publicOnly} or {@link loopbackOnly}. */
  readonly refuse: (address: string) => string | null;
  /** Milliseconds for TCP and TLS together. */
  readonly timeoutMs: number;
}

/** The rule for everything that came from data. */
export const publicOnly = refusedRange;

/** The rule for an origin that was listed as loopback. */
export const loopbackOnly = (address: string): string | null => (isLoopback(address) ? null : 'not-loopback');

/**
 * A connector for undici that resolves a name once, refuses it when any of its addresses is refused, and connects to
 * one of exactly those addresses: a name that answers differently the second time (DNS rebinding) is never asked again.
 * The peer of the open socket is judged once more, so that no notation can slip past the first judgement.
 */
export function guardedConnector(options: ConnectionOptions): buildConnector.connector {
  const connect = buildConnector({
    allowH2: false,
    maxCachedSessions: 0,
    timeout: options.timeoutMs,
    autoSelectFamily: true,
    lookup: checkedLookup(options),
  });
  return (target, callback) => {
    connect(target, (...outcome) => {
      const [error, socket] = outcome;
      if (error !== null) return callback(error, null);
      const refused = refusedPeer(socket, options.refuse);
      if (refused === null) return callback(null, socket);
      socket.destroy();
      callback(new AddressRefused(target.hostname, refused), null);
    });
  };
}

function refusedPeer(socket: Socket, refuse: ConnectionOptions['refuse']): string | null {
  return socket.remoteAddress === undefined ? 'closed' : refuse(socket.remoteAddress);
}

function checkedLookup({ resolve, refuse }: ConnectionOptions): LookupFunction {
  return (hostname, lookupOptions, callback) => {
    checkedAddresses(hostname, resolve, refuse).then(
      (addresses) => {
        const [first] = addresses;
        if (first === undefined) return callback(new NameUnresolved(hostname, null), '');
        if (lookupOptions.all === true) callback(null, [...addresses]);
        else callback(null, first.address, first.family);
      },
      (error: unknown) => callback(error instanceof Error ? error : new NameUnresolved(hostname, error), ''),
    );
  };
}

async function checkedAddresses(
  hostname: string,
  resolve: Resolve,
  refuse: ConnectionOptions['refuse'],
): Promise<readonly LookupAddress[]> {
  const addresses = await resolve(hostname).catch((cause: unknown) => {
    throw new NameUnresolved(hostname, cause);
  });
  for (const { address } of addresses) {
    const range = refuse(address);
    if (range !== null) throw new AddressRefused(hostname, range);
  }
  return addresses;
}
