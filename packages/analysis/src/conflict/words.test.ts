import { describe, expect, it } from 'vitest';
import { readPropositions } from '../claims/proposition.ts';
import { isMatter, type Words, weigh, wordsOf } from './words.ts';

function words(language: string, text: string, ...places: string[]): Words {
  const [sentence] = readPropositions(text, language, '2026-11-10');
  if (sentence === undefined) throw new Error('no sentence');
  return wordsOf(sentence, new Set(places));
}

describe('the words of a sentence', () => {
  it('are the same in two languages where they name the same', () => {
    const vi = words('vi', 'Thuyền chở khách bị chìm vì không có áo phao');
    const zh = words('zh', '客船沉没，船上没有救生衣');
    const shared = [...vi.keys()].filter((key) => zh.has(key));
    expect(shared).toContain('g:life-jacket');
  });

  it('stand on the side on which they are told', () => {
    const plain = words('vi', 'Nhà máy xả thải ra sông').get('n:dump');
    const turned = words('vi', 'Nhà máy không xả thải ra sông').get('n:dump');
    const denied = words('vi', 'Thông tin nhà máy xả thải ra sông là bịa đặt').get('n:dump');
    expect([plain?.plain, plain?.turned]).toStrictEqual([true, false]);
    expect([turned?.plain, turned?.turned]).toStrictEqual([false, true]);
    expect([denied?.plain, denied?.turned]).toStrictEqual([false, true]);
  });

  it('count places, names and days apart from the matter', () => {
    const all = words('vi', 'Ngày 3/11/2026 cầu Bạch Đằng tại Thủy Nguyên bị nứt', 'thuy nguyen');
    const beside = [...all.values()].filter((word) => !isMatter(word)).map(({ key }) => key);
    expect(beside).toContain('p:thuy nguyen');
    expect(beside).toContain('@2026-11-03');
    expect([...all.values()].filter(isMatter).map(({ key }) => key)).toContain('n:bridge');
  });

  it('keep Vietnamese syllables that no lexicon knows, but not those of grammar', () => {
    const all = words('vi', 'Ông ấy là người đã trồng quýt Bảo Lâm');
    const syllables = [...all.keys()].filter((key) => key.startsWith('w:'));
    expect(syllables.length).toBeGreaterThan(0);
    expect(syllables).not.toContain('w:là');
    expect(
      [...words('en', 'He was the first to plant them').keys()].filter((key) => key.startsWith('w:')),
    ).toStrictEqual([]);
  });

  it('weigh less where they say little', () => {
    const some = words('en', 'The hospital was still near');
    const generic = [...some.values()].filter(({ weight }) => weight <= 0.3);
    expect(generic.length).toBeGreaterThan(0);
    expect(weigh(generic)).toBeLessThan(weigh(some.values()));
  });
});
