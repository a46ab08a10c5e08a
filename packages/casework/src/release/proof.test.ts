import { CHANNELS } from '@lamro/domain';
import { describe, expect, it } from 'vitest';
import { checkNotAhead, PROOF_WANTED, type ProofInput, parseProof } from './proof.ts';

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

/** One whole proof for each channel. */
const WHOLE: readonly ProofInput[] = [
  { channel: 'press-release', number: '12/TCBC', date: '2026-11-22', attachmentId: '7' },
  {
    channel: 'spokesperson',
    spokespersonId: '3',
    at: '2026-11-22T09:00:00+07:00',
    place: 'Hội trường',
    summary: 'Đã nêu rõ.',
  },
  { channel: 'press-briefing', date: '2026-11-22', place: 'Trụ sở', attachmentId: '7' },
  { channel: 'portal-post', url: 'https://cong.example.vn/tin/1' },
  {
    channel: 'information-to-press',
    recipient: 'Một tờ báo',
    sentAt: '2026-11-22T09:00:00+07:00',
    receipt: 'Thư trả lời',
  },
  {
    channel: 'information-to-forces',
    recipients: ['Đồn một'],
    sentAt: '2026-11-22T09:00:00+07:00',
    text: 'Nguyên văn.',
  },
  {
    channel: 'press-conference',
    at: '2026-11-22T09:00:00+07:00',
    place: 'Trụ sở',
    spokespersonId: '3',
    attachmentId: '7',
  },
  { channel: 'correction-request', outlet: 'Một tờ báo', number: '5', date: '2026-11-22', attachmentId: '7' },
];

describe('a proof', () => {
  it('is there for every channel', () => {
    expect(WHOLE.map(({ channel }) => channel).toSorted()).toEqual([...CHANNELS].toSorted());
  });

  it.each(WHOLE.map((proof) => [proof.channel, proof] as const))(
    'of %s is taken whole, and refused without any part',
    (_, proof) => {
      expect(parseProof(proof)).toEqual(proof);
      for (const part of Object.keys(proof).filter((name) => name !== 'channel')) {
        const rest = Object.fromEntries(Object.entries(proof).filter(([name]) => name !== part));
        expect(() => parseProof(rest), part).toThrow(
          expect.objectContaining({
            code: 'proof-missing',
            detail: { issues: [expect.objectContaining({ path: part })] },
            message: expect.stringMatching(
              new RegExp(`^Thiếu bằng chứng phát hành: kênh này cần .+ \\(${part}: .+\\)\\.$`),
            ),
          }),
        );
      }
    },
  );

  it.each([
    ['attachmentId', 'x7', { channel: 'press-briefing', date: '2026-11-22', place: 'Trụ sở' }],
    ['attachmentId', '7x', { channel: 'press-briefing', date: '2026-11-22', place: 'Trụ sở' }],
    ['attachmentId', '1'.repeat(19), { channel: 'press-briefing', date: '2026-11-22', place: 'Trụ sở' }],
    ['place', 'x'.repeat(10_001), { channel: 'press-briefing', date: '2026-11-22', attachmentId: '7' }],
    ['url', 'ftp://cong.example.vn/', { channel: 'portal-post' }],
    ['url', 'xhttp://cong.example.vn/', { channel: 'portal-post' }],
  ])('is refused where %s is %.20s', (part, value, rest) => {
    expect(() => parseProof({ ...rest, [part]: value })).toThrow(expect.objectContaining({ code: 'proof-missing' }));
  });

  it('keeps words without the blanks around them, composed', () => {
    expect(
      parseProof({ channel: 'press-briefing', date: '2026-11-22', place: ' Tru\u0323 sở ', attachmentId: '7' }),
    ).toMatchObject({ place: 'Tr\u1ee5 sở' });
  });
});

describe('checkNotAhead', () => {
  const now = new Date('2026-11-22T16:59:59.000Z');
  const at = (ms: number) => new Date(now.getTime() + ms).toISOString();

  it.each([
    ['a time five minutes ahead, as clocks differ', { sentAt: at(5 * 60_000) }, false],
    ['a time beyond that', { sentAt: at(5 * 60_000 + 1) }, true],
    ['a time that is over', { sentAt: at(-1) }, false],
  ])('%s', (_, { sentAt }, ahead) => {
    const sent = parseProof({ channel: 'information-to-press', recipient: 'x', sentAt, receipt: 'x' });
    const held = parseProof({ channel: 'spokesperson', spokespersonId: '1', at: sentAt, place: 'x', summary: 'x' });
    for (const proof of [sent, held]) {
      if (ahead) expect(() => checkNotAhead(proof, now)).toThrow(expect.objectContaining({ code: 'proof-missing' }));
      else expect(() => checkNotAhead(proof, now)).not.toThrow();
    }
  });

  it('goes by the local day', () => {
    const on = (date: string) => parseProof({ channel: 'press-release', number: '1', date, attachmentId: '1' });
    expect(() => checkNotAhead(on('2026-11-22'), now)).not.toThrow();
    expect(() => checkNotAhead(on('2026-11-23'), now)).toThrow(
      'Bằng chứng phát hành có ngày, giờ ở tương lai: hãy ghi khi việc phát hành đã diễn ra.',
    );
    expect(() => checkNotAhead(on('2026-11-23'), new Date(now.getTime() + 1000))).not.toThrow();
  });

  it('asks nothing of an address on the portal', () => {
    expect(() => checkNotAhead(parseProof({ channel: 'portal-post', url: 'https://a.vn' }), now)).not.toThrow();
  });
});
