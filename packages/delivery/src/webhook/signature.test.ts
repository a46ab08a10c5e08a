import { describe, expect, it } from 'vitest';
import { signWebhook, verifyWebhook } from './signature.ts';

const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const at = new Date('2021-03-02T18:55:30Z');

describe('signWebhook', () => {
  it("gives the signature of the specification's own example", () => {
    // https://www.standardwebhooks.com: id msg_p5jXN8AQM9LWM0D4loKWxJek, time stamp 1614265330.
    const signed = signWebhook(
      [secret],
      'msg_p5jXN8AQM9LWM0D4loKWxJek',
      new Date(1614265330 * 1000),
      '{"test": 2432232314}',
    );
    expect(signed['webhook-signature']).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
  });

  it.each(['', 'whsec_', 'whsec_short', 'MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', `whsec_${'!'.repeat(40)}`])(
    'refuses %j',
    (bad) => {
      expect(() => signWebhook([bad], 'n-1', at, '{}')).toThrow(TypeError);
    },
  );
});

describe('verifyWebhook', () => {
  const signed = signWebhook([secret], 'n-1', at, '{"tin":"mới"}');

  it('takes what was signed, also among other signatures and within five minutes', () => {
    expect(verifyWebhook(secret, { ...signed }, '{"tin":"mới"}', at)).toBe(true);
    const rolled = { ...signed, 'webhook-signature': `v1,AAAA ${signed['webhook-signature']}` };
    expect(verifyWebhook(secret, rolled, '{"tin":"mới"}', new Date(at.getTime() + 300_000))).toBe(true);
  });

  it.each([
    ['another body', { ...signed }, '{"tin":"cũ"}', at],
    ['another id', { ...signed, 'webhook-id': 'n-2' }, '{"tin":"mới"}', at],
    ['another time', { ...signed, 'webhook-timestamp': '1614711331' }, '{"tin":"mới"}', at],
    ['no signature', { 'webhook-id': 'n-1' }, '{"tin":"mới"}', at],
    ['an old delivery', { ...signed }, '{"tin":"mới"}', new Date(at.getTime() + 301_000)],
    ['a delivery from the future', { ...signed }, '{"tin":"mới"}', new Date(at.getTime() - 301_000)],
  ])('refuses %s', (_what, headers, body, now) => {
    expect(verifyWebhook(secret, headers, body, now)).toBe(false);
  });

  it('takes either of two secrets while one replaces the other', () => {
    const next = 'whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';
    const both = signWebhook([next, secret], 'n-1', at, '{}');
    expect([secret, next].map((one) => verifyWebhook(one, { ...both }, '{}', at))).toEqual([true, true]);
  });

  it('refuses another secret', () => {
    expect(verifyWebhook('whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA', { ...signed }, '{"tin":"mới"}', at)).toBe(false);
  });
});
