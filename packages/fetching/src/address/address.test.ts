import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLoopback, refusedRange } from './address.ts';

describe('refusedRange', () => {
  it.each([
    '8.8.8.8',
    '1.1.1.1',
    '93.184.215.14',
    '168.63.129.15',
    '172.15.0.1',
    '172.32.0.1',
    '100.63.255.255',
    '223.255.255.255',
  ])('lets %s through', (address) => {
    expect(refusedRange(address)).toBeNull();
  });

  it.each(['2606:2800:21f:cb07:6820:80da:af6b:8b2c', '2a00:1450:4001::200e', '2001:4860:4860::8888', '2400:cb00::1'])(
    'lets %s through',
    (address) => {
      expect(refusedRange(address)).toBeNull();
    },
  );

  it('refuses whatever IPv6 form carries an IPv4 address, public or not', () => {
    const prefixes = ['::', '::ffff:', '::ffff:0:', '64:ff9b::', '64:ff9b:1::', '2002:'];
    fc.assert(
      fc.property(
        fc.constantFrom(...prefixes),
        fc.integer({ min: 0, max: 0xffff }),
        fc.integer({ min: 0, max: 0xffff }),
        (prefix, high, low) => {
          const groups = `${high.toString(16)}:${low.toString(16)}`;
          expect(refusedRange(prefix === '2002:' ? `${prefix}${groups}::` : prefix + groups)).not.toBeNull();
        },
      ),
    );
  });

  it('never calls loopback public', () => {
    fc.assert(
      fc.property(fc.ipV4(), fc.ipV6(), (four, six) => {
        for (const address of [four, six]) if (isLoopback(address)) expect(refusedRange(address)).toBe('loopback');
      }),
    );
    expect(refusedRange('127.1.2.3')).toBe('loopback');
  });

  it.each([
    ['10.0.0.1', 'private'],
    ['169.254.169.254', 'linkLocal'],
    ['224.0.0.1', 'multicast'],
    ['168.63.129.16', 'host-agent'],
    ['4000::1', 'not-global-unicast'],
    ['fe80::1%eth0', 'zoned'],
    ['1.2.3', 'not-an-address'],
    ['localhost', 'not-an-address'],
  ])('calls %s %s', (address, range) => {
    expect(refusedRange(address)).toBe(range);
  });

  it('finds loopback only in addresses', () => {
    for (const text of ['127.0.0.1', '127.255.255.254', '::1']) expect(isLoopback(text)).toBe(true);
    for (const text of ['', 'localhost', '127.1', '128.0.0.1', '8.8.8.8', '::2']) expect(isLoopback(text)).toBe(false);
  });

  it('refuses what is no address', () => {
    for (const text of ['', 'localhost', '1.2.3', '1.2.3.4.5', ':::', 'fe80::1%eth0'])
      expect(refusedRange(text)).not.toBeNull();
  });
});
