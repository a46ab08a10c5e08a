import type { PressItem } from '@lamro/domain';
import { describe, expect, it } from 'vitest';
import { describeStory } from './features.ts';
import { createStoriesLine } from './line.ts';
import { createStoryIndex, type StoryIndex } from './story-index.ts';

const small = { keyBuckets: 1 << 10 };

function item(id: string, title: string, text: string, more: Partial<PressItem> = {}): PressItem {
  return { id, url: '', title, text, language: 'vi', publishedAt: '2026-10-02T08:00:00+07:00', ...more };
}

const fire = item(
  'fire-1',
  'Cháy kho hàng 5.000 m2 ở khu công nghiệp Nam Sơn',
  'Khoảng 2h ngày 2/10, kho hàng 5.000 m2 của Công ty Bao bì Minh Long bốc cháy. Cảnh sát huy động 14 xe chữa cháy, không có thương vong.',
);
const fireAgain = item(
  'fire-2',
  'Kho hàng Công ty Bao bì Minh Long cháy rụi trong đêm',
  'Lửa bùng lên từ kho hàng 5.000 m2 ở khu công nghiệp Nam Sơn rạng sáng 2/10. 14 xe chữa cháy được điều tới, không ai bị thương.',
);
const otherFire = item(
  'fire-3',
  'Cháy nhà trọ trên phố Chợ Mới, hai sinh viên tử vong',
  'Tối 14/10, nhà trọ bốn tầng bốc cháy, hai sinh viên tử vong, bảy người được cứu bằng thang. Công an nghi do sạc xe điện.',
  { publishedAt: '2026-10-15T08:00:00+07:00' },
);

function stream(index: StoryIndex, ...items: readonly PressItem[]): string[] {
  return items.map((one) => index.assign(one).story);
}

describe('assign', () => {
  it('joins two tellings of one event and keeps another event of the topic apart', () => {
    expect(stream(createStoryIndex(small), fire, fireAgain, otherFire)).toEqual(['fire-1', 'fire-1', 'fire-3']);
  });

  it('marks near-copies with the earliest article they repeat', () => {
    const index = createStoryIndex(small);
    const copy = (id: string): PressItem => ({ ...fire, id, title: `${fire.title} (báo mạng)` });
    stream(index, fire);
    expect(index.assign(copy('c1'))).toEqual({ story: 'fire-1', duplicateOf: 'fire-1', score: 1 });
    expect(index.assign(copy('c2'))).toMatchObject({ duplicateOf: 'fire-1' });
    expect(index.assign(fireAgain)).toMatchObject({ story: 'fire-1', duplicateOf: null });
  });

  it('answers the same for the same id', () => {
    const index = createStoryIndex(small);
    stream(index, fire);
    const answer = index.assign(fireAgain);
    expect(index.assign(fireAgain)).toEqual(answer);
    expect(index.size).toBe(2);
  });

  it('meets another language by places, figures, days and notions', () => {
    const index = createStoryIndex({ ...small, placesOf: () => ['31', '31-nam-son'] });
    const english = item(
      'en-1',
      'Fire guts warehouse at Nam Son industrial park',
      'A blaze tore through a 5,000-square-metre warehouse on October 2. Firefighters sent 14 trucks; there were no casualties.',
      { language: 'en' },
    );
    const korean = item('ko-1', '남선 공단 노동자 파업', '노동자 320명이 10월 2일 임금 체불에 항의해 파업했다.', {
      language: 'ko',
    });
    expect(stream(index, fire, english, korean)).toEqual(['fire-1', 'fire-1', 'ko-1']);
  });

  it('meets another language where it rounds the figure, but not the same theme of another province', () => {
    const places: Record<string, string[]> = { dalat: ['68', '672'], paris: ['68', '672'], haiphong: ['31', '304'] };
    const index = createStoryIndex({ ...small, placesOf: ({ id }) => places[id] ?? [] });
    const dalat = item(
      'dalat',
      'Đà Lạt đón 8,9 triệu lượt khách',
      'Trong 10 tháng, du khách đến Đà Lạt đạt 8,9 triệu lượt.',
    );
    const paris = item(
      'paris',
      'Dalat submergée par les touristes',
      'Près de 9 millions de visiteurs en 10 mois : les touristes affluent à Dalat.',
      { language: 'fr' },
    );
    const haiphong = item(
      'haiphong',
      'Haiphong draws more tourists',
      'Tourists to Haiphong numbered 6.1 million in the first 10 months.',
      { language: 'en' },
    );
    expect(stream(index, dalat, paris, haiphong)).toEqual(['dalat', 'dalat', 'haiphong']);
  });

  it('joins by embeddings what words alone would not', () => {
    const plain = createStoryIndex(small);
    const helped = createStoryIndex(small);
    const vector = Float32Array.from([1, 0]);
    const near = Float32Array.from([0.99, Math.sqrt(1 - 0.99 ** 2)]);
    const vague = item(
      'v',
      'Doanh nghiệp nói về sự cố đêm qua',
      'Đại diện Minh Long cho biết đang thống kê thiệt hại.',
    );
    helped.assign(fire, vector);
    plain.assign(fire);
    expect(plain.assign(vague).story).toBe('v');
    expect(helped.assign(vague, near).story).toBe('fire-1');
  });
});

it('finds by embedding alone what shares no word', () => {
  const index = createStoryIndex(small);
  const vector = (turn: number): Float32Array =>
    Float32Array.from({ length: 64 }, (_, at) => Math.cos(at + turn) / Math.sqrt(32));
  index.assign(fire, vector(0));
  const other = item('x', 'Giá thép tăng tuần thứ ba', 'Thị trường vật liệu xây dựng sôi động trở lại.');
  const told = item('en-9', 'Blaze guts packaging store', 'Flames were seen from afar.', { language: 'en' });
  expect(index.assign(other, vector(1.5)).story).toBe('x');
  expect(index.assign(told, vector(0.05)).story).toBe('fire-1');
});

describe('corrections by an analyst', () => {
  it('later articles follow a move', () => {
    const index = createStoryIndex(small);
    stream(index, fire, otherFire);
    index.move('fire-1', 'fire-3');
    expect(index.assign(fireAgain).story).toBe('fire-3');
  });

  it('later articles follow a split', () => {
    const index = createStoryIndex(small);
    stream(index, otherFire, fire);
    index.merge('fire-1', 'fire-3');
    expect(index.storyOf('fire-1')).toBe('fire-3');
    const fresh = index.split(['fire-1']);
    expect([fresh, index.storyOf('fire-1'), index.storyOf('fire-3')]).toEqual(['fire-1~2', 'fire-1~2', 'fire-3']);
    expect(index.assign(fireAgain).story).toBe('fire-1~2');
  });

  it('refuses articles and stories that it does not know', () => {
    const index = createStoryIndex(small);
    stream(index, fire);
    expect(() => index.merge('fire-1', 'nowhere')).toThrow('nowhere');
    expect(() => index.move('nobody', 'fire-1')).toThrow('nobody');
    expect(() => index.split([])).toThrow('ít nhất một bài');
  });
});

it('takes back what was stored and goes on from there', () => {
  const index = createStoryIndex(small);
  const line = createStoriesLine(small);
  expect(line(fire)).toEqual({ id: 'fire-1', story: 'fire-1', duplicateOf: null, score: 1 });
  expect(() => line({ title: 'x' })).toThrow();
  index.restore('fire-1', describeStory(fire), { story: 'kept', duplicateOf: null, score: 1 });
  expect(index.assign(fireAgain).story).toBe('kept');
});
