import { describe, expect, it } from 'vitest';
import { checkTarget } from './target.ts';

const none: ReadonlySet<string> = new Set();

describe('checkTarget', () => {
  it.each([
    ['HTTP://Bao.Example:80/Tin?b=2&a=1#x', 'http://bao.example/Tin?b=2&a=1'],
    ['https://bao.example./tin', 'https://bao.example/tin'],
    [' https://bao.example/tin ', 'https://bao.example/tin'],
    ['https://bücher.example/tin tức', 'https://xn--bcher-kva.example/tin%20t%E1%BB%A9c'],
    ['https://8.8.8.8:8443/', 'https://8.8.8.8:8443/'],
    ['https://[2606:2800:21f:cb07:6820:80da:af6b:8b2c]/', 'https://[2606:2800:21f:cb07:6820:80da:af6b:8b2c]/'],
  ])('%j is called as %s', (value, href) => {
    const target = checkTarget(value, none);
    expect(target.ok && target.url.href).toBe(href);
  });

  it('resolves a relative redirect', () => {
    const target = checkTarget('../b?c', none, new URL('https://bao.example/a/x/y'));
    expect(target.ok && target.url.href).toBe('https://bao.example/a/b?c');
  });

  it.each(['http://bao.example:22/', 'http://localhost./', 'http://a.localhost/'])('%s is refused', (value) => {
    expect(checkTarget(value, none)).toMatchObject({ ok: false, kind: 'address-refused' });
  });

  it('takes no address of more than 4096 characters', () => {
    const base = 'https://bao.example/';
    expect(checkTarget(base + 'a'.repeat(4096 - base.length), none).ok).toBe(true);
    expect(checkTarget(base + 'a'.repeat(4097 - base.length), none)).toMatchObject({ kind: 'invalid-url' });
    // Escaping makes an address longer than it was written.
    expect(checkTarget(base + 'ứ'.repeat(1000), none)).toMatchObject({ kind: 'invalid-url' });
  });
});
