import { expect, it } from 'vitest';
import { clientAddressBehind } from './client-address.ts';

const PROXIES = ['10.0.0.5', '192.168.0.0/16', 'fd00::/8'];

it.each([
  ['a client without proxy', '203.0.113.9', null, '203.0.113.9'],
  ['a client that claims one', '203.0.113.9', '6.6.6.6', '203.0.113.9'],
  ['a trusted proxy', '10.0.0.5', '203.0.113.9', '203.0.113.9'],
  ['a lie in front of a trusted proxy', '10.0.0.5', '6.6.6.6, 203.0.113.9', '203.0.113.9'],
  ['two trusted proxies', '10.0.0.5', '203.0.113.9, 192.168.3.4', '203.0.113.9'],
  ['a trusted proxy over IPv6', 'fd00::7', '2001:db8::1', '2001:db8::1'],
  ['a mapped address', '::ffff:10.0.0.5', '203.0.113.9', '203.0.113.9'],
  ['a proxy that names nobody', '10.0.0.5', null, '10.0.0.5'],
  ['a proxy that names nonsense', '10.0.0.5', 'unknown', '10.0.0.5'],
])('%s', (_, peer, forwarded, expected) => {
  expect(clientAddressBehind(PROXIES)(peer, forwarded)).toBe(expected);
});

it('believes nobody where no proxy is named', () => {
  expect(clientAddressBehind([])('127.0.0.1', '203.0.113.9')).toBe('127.0.0.1');
});
