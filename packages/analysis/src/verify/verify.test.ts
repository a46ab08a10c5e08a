import { describe, expect, it } from 'vitest';
import { verifyLine } from './line.ts';
import { VERIFY_WEIGHTS } from './model.ts';
import { verify } from './verify.ts';

const PASSAGE =
  'Sáng 12/10, cầu Bến Mới dài 320 m được thông xe sau hai năm thi công, tổng vốn 410 tỷ đồng. Theo chủ đầu tư, công trình hoàn thành sớm hơn kế hoạch ba tháng.';

describe('verify', () => {
  it('supports what the passage says', () => {
    expect(verify({ claim: 'Cầu Bến Mới dài 320 m được thông xe sau hai năm thi công.', passage: PASSAGE }).label).toBe(
      'supported',
    );
  });

  it('refutes another number and shows both places', () => {
    const claim = 'Sáng 12/10, cầu Bến Mới dài 320 m được thông xe sau hai năm thi công, tổng vốn 910 tỷ đồng.';
    const { label, evidence } = verify({ claim, passage: PASSAGE });
    expect(label).toBe('refuted');
    expect(claim.slice(evidence.claimSpan.start, evidence.claimSpan.end)).toBe('910');
    expect(PASSAGE.slice(evidence.passageSpan.start, evidence.passageSpan.end)).toBe('410');
    expect(evidence.why).toContain('910');
  });

  it('refutes the opposite', () => {
    expect(
      verify({ claim: 'Theo chủ đầu tư, công trình hoàn thành muộn hơn kế hoạch ba tháng.', passage: PASSAGE }).label,
    ).toBe('refuted');
  });

  it('gives no ground for what the passage is silent about', () => {
    expect(
      verify({
        claim: 'Ngành giáo dục tuyển thêm hàng trăm giáo viên mầm non cho các huyện miền núi.',
        passage: PASSAGE,
      }).label,
    ).toBe('not-enough-information');
  });

  it('gives probabilities that sum to one, also for empty texts', () => {
    for (const input of [
      { claim: '', passage: '' },
      { claim: 'a', passage: '' },
      { claim: 'Cầu', passage: PASSAGE },
    ]) {
      const { probabilities } = verify(input);
      expect(Object.values(probabilities).reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 3);
    }
  });

  it('ships at most a few hundred weights', () => {
    expect(VERIFY_WEIGHTS.weights.flat().length).toBeLessThanOrEqual(300);
  });
});

describe('verifyLine', () => {
  it('answers a line and refuses one without a claim', () => {
    expect(Object.keys(verifyLine({ id: 7, claim: 'Cầu dài 320 m', passage: PASSAGE }))).toEqual([
      'id',
      'label',
      'score',
      'evidence',
    ]);
    expect(() => verifyLine({ id: 7, passage: PASSAGE })).toThrow();
  });
});
