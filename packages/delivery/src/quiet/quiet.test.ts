import { describe, expect, it } from 'vitest';
import { nextDigestAt, quietHours, sendableAt } from './quiet.ts';

const at = (time: string): Date => new Date(`2026-11-16T${time}+07:00`);

describe('sendableAt', () => {
  it.each([
    ['21:00', '06:00', '20:59:59', '2026-11-16T20:59:59+07:00'],
    ['21:00', '06:00', '21:00:00', '2026-11-17T06:00:00+07:00'],
    ['21:00', '06:00', '23:59:30', '2026-11-17T06:00:00+07:00'],
    ['21:00', '06:00', '00:00:00', '2026-11-16T06:00:00+07:00'],
    ['21:00', '06:00', '05:59:59', '2026-11-16T06:00:00+07:00'],
    ['21:00', '06:00', '06:00:00', '2026-11-16T06:00:00+07:00'],
    ['11:30', '13:30', '12:00:00', '2026-11-16T13:30:00+07:00'],
    ['11:30', '13:30', '14:00:00', '2026-11-16T14:00:00+07:00'],
    ['08:00', '08:00', '08:00:00', '2026-11-16T08:00:00+07:00'],
  ])('quiet from %s to %s, at %s: %s', (from, to, now, expected) => {
    expect(sendableAt(at(now), quietHours.parse({ from, to }))).toEqual(new Date(expected));
  });

  it('never waits for a person without quiet hours', () => {
    expect(sendableAt(at('02:00:00'), null)).toEqual(at('02:00:00'));
  });

  it.each(['24:00', '8:00', '08:60', '', 'tối'])('refuses %j for a time of day', (from) => {
    expect(quietHours.safeParse({ from, to: '06:00' }).success).toBe(false);
  });
});

describe('nextDigestAt', () => {
  it.each([
    ['07:59:59', [8, 14], '2026-11-16T08:00:00+07:00'],
    ['08:00:00', [8, 14], '2026-11-16T14:00:00+07:00'],
    ['14:00:30', [8, 14], '2026-11-17T08:00:00+07:00'],
    ['08:00:00', [8], '2026-11-17T08:00:00+07:00'],
    ['23:30:00', [0], '2026-11-17T00:00:00+07:00'],
  ])('at %s for %j: %s', (now, hours, expected) => {
    expect(nextDigestAt(at(now), hours)).toEqual(new Date(expected));
  });

  it('needs an hour', () => {
    expect(() => nextDigestAt(at('08:00:00'), [])).toThrow(RangeError);
  });
});
