import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/**
 * Addresses that answer the machine they are asked from although they lie in public ranges.
 * 168.63.129.16 is Azure's host agent (credentials, DHCP, DNS); the others of its kind lie in ranges refused anyway.
 */
const HOST_AGENTS = new Set(['168.63.129.16']);

const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * Says why an IP address may not be called, or null when it is a public unicast address.
 *
 * Everything that is not plainly public is refused: loopback, private, link-local (and with it cloud metadata), CGNAT,
 * multicast, documentation, reserved, and every IPv6 form that carries an IPv4 address (mapped, compatible, 6to4,
 * Teredo, NAT64), because a router on the way may unwrap it.
 *
 * @param address IPv4 or IPv6 literal without brackets, as a resolver or a socket gives it
 * @returns a short term for the range (`loopback`, `private`, `not-an-address`, …), or null
 */
export function refusedRange(address: string): string | null {
  if (address.includes('%')) return 'zoned';
  // Stricter than ipaddr.js, which also takes short, octal and hexadecimal forms that another parser may read differently.
  if (isIP(address) === 0) return 'not-an-address';
  const parsed = ipaddr.parse(address);
  const range = parsed.range();
  if (range !== 'unicast') return range;
  if (parsed instanceof ipaddr.IPv6) return parsed.match(GLOBAL_UNICAST) ? null : 'not-global-unicast';
  return HOST_AGENTS.has(parsed.toString()) ? 'host-agent' : null;
}

/** True for 127.0.0.0/8 and ::1, the only addresses that a loopback origin may have. */
export function isLoopback(address: string): boolean {
  return isIP(address) !== 0 && ipaddr.parse(address).range() === 'loopback';
}
