import { describe, expect, test } from 'vitest';
import { detectWall } from './detect.ts';

describe('what stands in front of an article', () => {
  test.each([
    ['script', '<html><script>document.cookie="a=1";location.href=location.href;</script></html>'],
    ['script', '<title>Just a moment...</title><script src="/cdn-cgi/challenge-platform/x.js"></script>'],
    ['captcha', '<form><div class="h-captcha"></div></form>'],
    [
      'consent',
      '<title>Before you continue</title><form action="https://consent.google.com/save"><p>We use cookies.</p></form>',
    ],
    ['login', '<form><input name="u"><input type="password"></form>'],
  ])('%s', (kind, html) => {
    expect(detectWall(html)).toMatchObject({ kind });
  });

  test('an article that mentions cookies, captchas and passwords is an article', () => {
    const text = 'Bài viết nói về cookie, captcha và mật khẩu của người dùng trên mạng xã hội. '.repeat(30);
    expect(
      detectWall(
        `<html><script>document.cookie="a=1";location.reload()</script><div class="g-recaptcha"></div><input type="password"><p>${text}</p></html>`,
      ),
    ).toBeNull();
  });

  test('a page of a hundred thousand open scripts is read once', () => {
    expect(detectWall('<script>'.repeat(100_000))).toBeNull();
  });
});
