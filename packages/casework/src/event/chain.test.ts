import { describe, expect, it } from 'vitest';
import { CHAIN_START, canonicalJson, type EventContent, hashEvent } from './chain.ts';

const event: EventContent = {
  caseId: '1',
  seq: 1,
  profile: 'thai-binh',
  at: new Date('2026-11-22T02:00:00Z'),
  command: 'open',
  actorId: 'a',
  actorRole: 'analyst',
  actorAgency: null,
  fromState: null,
  toState: 'drafted',
  reasonSha256: null,
  evidence: { flags: ['1', '2'], byRoute: true },
  previousHash: CHAIN_START,
};

describe('canonicalJson', () => {
  it.each([
    [{ b: 1, a: { d: [1, { f: null, e: 'é' }], c: true } }, '{"a":{"c":true,"d":[1,{"e":"é","f":null}]},"b":1}'],
    [[undefined, null], '[null,null]'],
    [{ a: undefined }, '{}'],
    ['"', '"\\""'],
  ])('%j', (value, written) => {
    expect(canonicalJson(value)).toBe(written);
  });
});

describe('hashEvent', () => {
  it('does not depend on the order in which the ledger returns the evidence', () => {
    expect(hashEvent({ ...event, evidence: { byRoute: true, flags: ['1', '2'] } })).toBe(hashEvent(event));
  });

  it('changes with every part of the event', () => {
    const changes: readonly Partial<EventContent>[] = [
      { caseId: '2' },
      { seq: 2 },
      { profile: 'cao-bang' },
      { at: new Date('2026-11-22T02:00:01Z') },
      { command: 'assign' },
      { actorId: 'b' },
      { actorRole: 'leader' },
      { actorAgency: 'so-y-te' },
      { fromState: 'drafted' },
      { toState: 'assigned' },
      { reasonSha256: 'f'.repeat(64) },
      { evidence: { flags: ['2', '1'], byRoute: true } },
      { previousHash: 'f'.repeat(64) },
    ];
    const hashes = changes.map((change) => hashEvent({ ...event, ...change }));
    expect(new Set([hashEvent(event), ...hashes]).size).toBe(changes.length + 1);
  });
});
