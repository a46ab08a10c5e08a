import { BlockList, isIP } from 'node:net';

/** Who calls: the peer, or whom a trusted proxy names as the one before it. */
export type ClientAddress = (peer: string, forwardedFor: string | null) => string;

/**
 * Reads `X-Forwarded-For` from its end, as long as the one who wrote an entry is trusted: what a client writes in front of it
 * counts for nothing.
 *
 * @param proxies addresses or networks in CIDR notation
 * @example clientAddressBehind(['10.0.0.5'])('10.0.0.5', '6.6.6.6, 203.0.113.9') // '203.0.113.9'
 */
export function clientAddressBehind(proxies: readonly string[]): ClientAddress {
  const trusted = new BlockList();
  for (const proxy of proxies) {
    const [address = '', bits] = proxy.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    trusted.addSubnet(address, bits === undefined ? (family === 'ipv6' ? 128 : 32) : Number(bits), family);
  }
  const isTrusted = (address: string) =>
    isIP(address) !== 0 && trusted.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
  return (peer, forwardedFor) => {
    let address = plain(peer);
    const named = (forwardedFor ?? '').split(',').map((entry) => plain(entry.trim()));
    while (isTrusted(address)) {
      const before = named.pop() ?? '';
      if (isIP(before) === 0) break;
      address = before;
    }
    return address;
  };
}

function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '');
}
