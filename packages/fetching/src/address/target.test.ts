import { describe, expect, it } from 'vitest';
import { checkTarget, literalAddress, loopbackOriginSet } from './target.ts';

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

describe('a refusal says what and why', () => {
  it.each([
    ['không phải địa chỉ', 'invalid-url', 'Địa chỉ không hợp lệ: «không phải địa chỉ».'],
    ['http://', 'invalid-url', 'Địa chỉ không hợp lệ: «http://».'],
    [`x${'ab'.repeat(2000)}${'ab'.repeat(200)}`, 'invalid-url', `Địa chỉ không hợp lệ: «x${'ab'.repeat(99)}a».`],
    ['ftp://bao.example/', 'scheme-refused', 'Chỉ nhận địa chỉ http hoặc https, không nhận «ftp:».'],
    ['file:///etc/passwd', 'scheme-refused', 'Chỉ nhận địa chỉ http hoặc https, không nhận «file:».'],
    [
      'http://ten@bao.example/',
      'invalid-url',
      'Địa chỉ có tên người dùng hoặc mật khẩu kèm theo không được chấp nhận.',
    ],
    [
      'http://:mat-khau@bao.example/',
      'invalid-url',
      'Địa chỉ có tên người dùng hoặc mật khẩu kèm theo không được chấp nhận.',
    ],
    ['http://bao.example:25/', 'address-refused', 'Cổng 25 dành cho giao thức khác, không phải trang web.'],
    [
      'http://[::1]/',
      'address-refused',
      'Máy chủ «[::1]» trỏ về địa chỉ không thuộc mạng công cộng (loopback); yêu cầu bị chặn để bảo vệ hệ thống.',
    ],
    [
      'http://10.1.2.3/',
      'address-refused',
      'Máy chủ «10.1.2.3» trỏ về địa chỉ không thuộc mạng công cộng (private); yêu cầu bị chặn để bảo vệ hệ thống.',
    ],
    [
      'http://may.localhost/',
      'address-refused',
      'Máy chủ «may.localhost» trỏ về địa chỉ không thuộc mạng công cộng (loopback); yêu cầu bị chặn để bảo vệ hệ thống.',
    ],
  ])('%s: %s', (value, kind, detail) => {
    expect(checkTarget(value, none)).toEqual({ ok: false, kind, detail });
  });
});

describe('checkTarget', () => {
  it('takes names that only look like localhost, and the usual ports', () => {
    for (const url of [
      'http://localhost.example/',
      'http://mylocalhost/',
      'https://bao.example:8080/',
      'http://a.vn:81/',
    ])
      expect(checkTarget(url, none), url).toMatchObject({ ok: true, loopback: false });
  });

  it('takes a listed origin, port of another protocol or not, and says that it is loopback', () => {
    const listed = loopbackOriginSet(['http://127.0.0.5:25', 'http://[::1]:8081']);
    expect(checkTarget('http://127.0.0.5:25/a#b', listed)).toMatchObject({ ok: true, loopback: true });
    expect(checkTarget('http://[::1]:8081/', listed)).toMatchObject({ ok: true, loopback: true });
    expect(checkTarget('http://127.0.0.5:26/', listed)).toMatchObject({ ok: false });
  });
});

describe('loopbackOriginSet', () => {
  it.each(['http://10.0.0.1:80', 'http://127.0.0.1:8080/', 'http://bao.example', 'x', ''])(
    'refuses %j by name',
    (value) => {
      expect(() => loopbackOriginSet([value])).toThrow(
        new TypeError(`Not an exact origin on a literal loopback address: ${value}`),
      );
    },
  );
});

describe('literalAddress', () => {
  it.each([
    ['1.2.3.4', '1.2.3.4'],
    ['[::1]', '::1'],
    ['bao.example', null],
    ['', null],
  ])('%j: %j', (hostname, expected) => {
    expect(literalAddress(hostname)).toBe(expected);
  });
});
