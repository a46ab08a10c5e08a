import { CHANNELS } from '@lamro/domain';
import { describe, expect, it } from 'vitest';
import { PROOF_WANTED, parseProof } from './proof.ts';

describe('parseProof', () => {
  it.each([...CHANNELS])('names what %s lacks', (channel) => {
    let refused: unknown;
    try {
      parseProof({ channel });
    } catch (error) {
      refused = error;
    }
    expect(refused).toMatchObject({ code: 'proof-missing', message: expect.stringContaining(PROOF_WANTED[channel]) });
  });

  it.each([
    ['a date that does not exist', { channel: 'press-release', number: '1', date: '2026-02-30', attachmentId: '1' }],
    [
      'a time without its zone',
      { channel: 'information-to-press', recipient: 'TTXVN', sentAt: '2026-11-22T10:00:00', receipt: '1' },
    ],
    ['an address that is no web page', { channel: 'portal-post', url: 'javascript:alert(1)' }],
    [
      'nobody who received it',
      { channel: 'information-to-forces', recipients: [], sentAt: '2026-11-22T02:00:00Z', text: 'x' },
    ],
    ['blank words', { channel: 'press-release', number: '  ', date: '2026-11-22', attachmentId: '1' }],
  ])('refuses %s', (_what, proof) => {
    expect(() => parseProof(proof)).toThrow(expect.objectContaining({ code: 'proof-missing' }));
  });

  it('refuses a channel that nobody knows', () => {
    expect(() => parseProof({ channel: 'loa-phuong' })).toThrow(expect.objectContaining({ code: 'invalid-input' }));
  });
});
