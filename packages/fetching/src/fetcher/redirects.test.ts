import { describe, expect, it } from 'vitest';
import { checkTarget, type Target } from '../address/target.ts';
import { isRedirect, RedirectTrail } from './redirects.ts';

const none: ReadonlySet<string> = new Set();

function target(url: string): Target {
  const checked = checkTarget(url, none);
  if (!checked.ok) throw new Error(checked.detail);
  return checked;
}

describe('isRedirect', () => {
  it.each([
    [301, '/a', true],
    [302, '/a', true],
    [303, '/a', true],
    [307, '/a', true],
    [308, '/a', true],
    [300, '/a', false],
    [304, '/a', false],
    [200, '/a', false],
    [301, undefined, false],
    [301, '', false],
    [301, '  ', false],
  ])('%i to %j: %s', (status, location, expected) => {
    expect(isRedirect(status, location)).toBe(expected);
  });
});

describe('RedirectTrail', () => {
  it('follows as many as it may and tells of one more', () => {
    const start = target('https://bao.example/0');
    const trail = new RedirectTrail(start, 2, none);
    expect(trail.follow(start, ' 1 ')).toMatchObject({ ok: true, url: new URL('https://bao.example/1') });
    expect(trail.follow(target('https://bao.example/a/b'), '2').ok).toBe(true);
    expect(trail.follow(start, '/3')).toEqual({
      ok: false,
      kind: 'too-many-redirects',
      detail: 'Trang chuyển hướng quá 2 lần.',
    });
    expect(trail.urls).toEqual(['https://bao.example/1', 'https://bao.example/a/2', 'https://bao.example/3']);
  });

  it('knows a ring, back to the start or to any stop', () => {
    const detail = 'Trang chuyển hướng vòng tròn; có thể máy chủ đòi cookie hoặc JavaScript mới cho đọc.';
    const start = target('https://bao.example/0');
    expect(new RedirectTrail(start, 8, none).follow(start, '/0#x')).toEqual({
      ok: false,
      kind: 'redirect-loop',
      detail,
    });
    const trail = new RedirectTrail(start, 8, none);
    trail.follow(start, '/1');
    expect(trail.follow(start, '/1')).toMatchObject({ kind: 'redirect-loop' });
  });

  it('says where it was sent although it does not go there', () => {
    const start = target('https://bao.example/0');
    const trail = new RedirectTrail(start, 8, none);
    const refused = trail.follow(start, ' ftp://bao.example/a ');
    expect(refused).toEqual({
      ok: false,
      kind: 'scheme-refused',
      detail: 'Chuyển hướng bị chặn. Chỉ nhận địa chỉ http hoặc https, không nhận «ftp:».',
    });
    trail.follow(start, `ftp://${'a'.repeat(3000)}`);
    expect(trail.urls.map((url) => url.length)).toEqual(['ftp://bao.example/a'.length, 2000]);
  });
});
