import { describe, expect, it } from 'vitest';
import { visitOf } from './visit.ts';

const at = (minutes: number) => new Date(Date.UTC(2026, 10, 24, 1, minutes));

describe('the last visit', () => {
  it('ends after half an hour without a page, and stays the same during the next one', () => {
    const first = visitOf(undefined, at(0));
    expect(first.since).toBeNull();
    const still = visitOf(first.cookie, at(20));
    expect(still.since).toBeNull();
    const next = visitOf(still.cookie, at(60));
    expect(next.since).toEqual(at(20));
    const later = visitOf(next.cookie, at(80));
    expect(later.since).toEqual(at(20));
  });

  it.each(['', 'x.y', '1', '9'.repeat(20), '1.99999999999999', '-1.5'])('is unknown by %j', (cookie) => {
    expect(visitOf(cookie, at(0)).since).toBeNull();
  });
});
