import { describe, expect, test } from 'vitest';
import { fingerprint, overlap, simhashDistance } from './fingerprint.ts';

const article =
  'Sở Nông nghiệp cho biết hơn hai nghìn héc ta lúa bị ngập sau đợt mưa lớn. Các trạm bơm đã vận hành hết công suất từ đêm qua. ' +
  'Nông dân ba xã ven sông được hỗ trợ giống để gieo lại. Lãnh đạo tỉnh yêu cầu báo cáo thiệt hại trước ngày mười lăm. ' +
  'Cơ quan khí tượng dự báo mưa giảm dần từ cuối tuần, mực nước sông xuống chậm.';

describe('fingerprints', () => {
  test('case, punctuation, spacing and Unicode form do not count', () => {
    const other = article.toUpperCase().normalize('NFD').replaceAll('. ', '\n\n');
    expect(fingerprint(other).contentHash).toBe(fingerprint(article).contentHash);
  });

  test('a copy with a changed sentence is a near copy, another story is not', () => {
    const copy = fingerprint(`${article} Ảnh: cộng tác viên.`);
    const other = fingerprint(
      'Đội tuyển bóng đá nữ giành chiến thắng quan trọng trước đối thủ mạnh trên sân khách vào tối thứ bảy vừa qua.',
    );
    expect(overlap(fingerprint(article), copy)).toBeGreaterThan(0.8);
    expect(overlap(fingerprint(article), other)).toBeLessThan(0.1);
    expect(simhashDistance(fingerprint(article).simhash, copy.simhash)).toBeLessThan(12);
    expect(simhashDistance(fingerprint(article).simhash, other.simhash)).toBeGreaterThan(15);
  });

  test('text without spaces between words is compared by characters', () => {
    const chinese = '当局表示沿海公路经过三天抢修后已恢复通车，外交部否认了多家外国报纸的报道。';
    expect(overlap(fingerprint(chinese), fingerprint(`${chinese}完`))).toBeGreaterThan(0.8);
  });

  test('empty text has a fingerprint like nothing else', () => {
    expect(fingerprint('').minhash).toEqual([]);
    expect(overlap(fingerprint(''), fingerprint(article))).toBe(0);
  });
});
