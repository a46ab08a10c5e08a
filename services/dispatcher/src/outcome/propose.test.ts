import { describe, expect, it } from 'vitest';
import { proposeOutcome } from './propose.ts';

const before = {
  title: 'Cảng đón 12 triệu tấn hàng',
  body: 'Cảng đã đón 12 triệu tấn hàng trong chín tháng.\n\nNhiều tàu lớn cập bến.',
};
const quote = 'đón 12 triệu tấn hàng';
const look = { gone: false, before, quote };

describe('proposeOutcome', () => {
  it.each([
    ['removed', { ...look, gone: true, after: null }],
    ['unchanged', { ...look, after: null }],
    ['unchanged', { ...look, after: { ...before, body: `${before.body}\n\nTrời nắng đẹp.` } }],
    ['silently-edited', { ...look, after: { title: 'Cảng đón 15 triệu tấn', body: before.body.replace('12', '15') } }],
    [
      'corrected',
      {
        ...look,
        after: { ...before, body: `${before.body.replace('12', '15')}\n\nĐính chính: bản trước ghi sai số liệu.` },
      },
    ],
    [
      'corrected',
      { ...look, after: { ...before, body: `${before.body}\n\nCorrection: an earlier version gave a wrong figure.` } },
    ],
    [
      'reply-published',
      {
        ...look,
        after: { ...before, body: `${before.body}\n\nSở Xây dựng phản hồi rằng con số đúng là 15 triệu tấn.` },
      },
    ],
  ] as const)('%s', (outcome, seen) => {
    expect(proposeOutcome(seen).outcome).toBe(outcome);
  });

  it('shows what changed', () => {
    const { difference } = proposeOutcome({ ...look, after: { ...before, body: before.body.replace('12', '15') } });
    expect(difference?.changed).toBe(true);
    expect(JSON.stringify(difference)).toContain('15');
  });
});
