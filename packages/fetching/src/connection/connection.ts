import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import { isIP, type Socket } from 'node:net';
import { buildConnector } from 'undici';
import { isLoopback, refusedRange } from '../address/address.ts';

/** Every address of a name, in the order in which they are to be tried. */
export type Resolve = (hostname: string) => Promise<readonly LookupAddress[]>;

/** The machine's own resolver, hosts file included. */
export const systemResolve: Resolve = (hostname) => lookup(hostname, { all: true, verbatim: true });

/** Addresses of one name that are tried before it is given up. */
const MAX_ATTEMPTS = 4;

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
 * those very addresses, one after the other: a name that answers differently the second time (DNS rebinding) is never asked
 * a second time. The peer of the open socket is judged once more, so that no notation can slip past the first judgement.
 */
export function guardedConnector(options: ConnectionOptions): buildConnector.connector {
  return (target, callback) => {
    openFirst(target, options).then(
      (socket) => callback(null, socket),
      (error: unknown) => callback(error instanceof Error ? error : new Error(String(error)), null),
    );
  };
}

async function openFirst(target: buildConnector.Options, options: ConnectionOptions): Promise<Socket> {
  const addresses = await checkedAddresses(target.hostname, options);
  const timeoutMs = Math.ceil(options.timeoutMs / addresses.length);
  let failure: unknown = new NameUnresolved(target.hostname, null);
  for (const address of addresses) {
    try {
      return judged(await open(target, address, timeoutMs), target.hostname, options.refuse);
    } catch (error) {
      failure = error;
    }
  }
  throw failure;
}

async function checkedAddresses(hostname: string, { resolve, refuse }: ConnectionOptions): Promise<readonly string[]> {
  const answers = isIP(hostname) === 0 ? await resolved(hostname, resolve) : [{ address: hostname }];
  for (const { address } of answers) {
    const range = refuse(address);
    if (range !== null) throw new AddressRefused(hostname, range);
  }
  return answers.slice(0, MAX_ATTEMPTS).map(({ address }) => address);
}

async function resolved(hostname: string, resolve: Resolve): Promise<readonly LookupAddress[]> {
  return resolve(hostname).catch((cause: unknown) => {
    throw new NameUnresolved(hostname, cause);
  });
}

/** Connects to an address; for TLS the certificate is still asked for and checked by the name. */
function open(target: buildConnector.Options, address: string, timeoutMs: number): Promise<Socket> {
  const connect = buildConnector({ allowH2: false, maxCachedSessions: 0, timeout: timeoutMs });
  const { servername: _, ...place } = { ...target, hostname: address };
  const secure = target.protocol === 'https:' && isIP(target.hostname) === 0;
  return new Promise((resolve, reject) => {
    connect(secure ? { ...place, servername: target.hostname } : place, (error, socket) =>
      error === null ? resolve(socket) : reject(error),
    );
  });
}

function judged(socket: Socket, hostname: string, refuse: ConnectionOptions['refuse']): Socket {
  const range = socket.remoteAddress === undefined ? 'closed' : refuse(socket.remoteAddress);
  if (range === null) return socket;
  socket.destroy();
  throw new AddressRefused(hostname, range);
}
