import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cut, extractSummary } from './summary.ts';

const TEXT = `Ảnh minh họa. Sáng 12/11, cảng Đình Vũ đón chuyến tàu thứ một nghìn trong năm. Trời nắng nhẹ.
Theo ban quản lý cảng, sản lượng mười tháng đạt 7,3 triệu tấn. Nhiều người dân tới xem. Ông Tư bán nước gần cổng nói vui.
Thành phố dự kiến mở thêm hai tuyến trong quý tới tại Hải Phòng.`;

describe('extractSummary', () => {
  it('takes sentences over as they stand, in their order', () => {
    const summary = extractSummary(TEXT, 'Cảng Đình Vũ đón chuyến tàu thứ một nghìn', 'vi', ['Hải Phòng']);
    expect(summary).toContain('Sáng 12/11, cảng Đình Vũ đón chuyến tàu thứ một nghìn trong năm.');
    expect(summary).not.toContain('Ông Tư');
    const sentences = TEXT.replaceAll('\n', ' ');
    const places = summary.split(/(?<=\.) (?=\p{Lu})/u).map((sentence) => sentences.indexOf(sentence));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('does not end a sentence after an abbreviation', () => {
    const summary = extractSummary('Lãnh đạo TP. Hải Phòng tiếp đoàn. Hết.', 'Tiếp đoàn', 'vi', []);
    expect(summary).toContain('Lãnh đạo TP. Hải Phòng tiếp đoàn.');
  });

  it('reads languages without blanks', () => {
    const summary = extractSummary('海防港今年吞吐量增长。天气很好。港口新增两条航线。', '海防港新增航线', 'zh', [
      '海防',
    ]);
    expect(summary).toContain('海防港今年吞吐量增长。');
    expect(summary).not.toContain('。 ');
  });

  it('never invents: every piece stands in the text', () => {
    const word = fc.stringMatching(/^[a-zàáạêôơưđ]{1,8}$/);
    const sentence = fc.array(word, { minLength: 3, maxLength: 12 }).map((words) => `X${words.join(' ')}.`);
    fc.assert(
      fc.property(fc.array(sentence, { maxLength: 12 }), word, (sentences, title) => {
        const text = sentences.join(' ');
        const summary = extractSummary(text, title, 'vi', []);
        expect(summary.length).toBeLessThanOrEqual(480);
        for (const piece of summary.replace(/…$/, '').split(/(?<=\.) (?=X)/)) expect(text).toContain(piece);
      }),
    );
  });

  it('of nothing is nothing', () => {
    expect(extractSummary('', 'Tiêu đề', 'vi', [])).toBe('');
  });
});

describe('cut', () => {
  it('cuts at a blank, says so, and never halves a character', () => {
    expect(cut('một hai ba bốn', 11)).toBe('một hai ba…');
    expect(cut('ngắn', 11)).toBe('ngắn');
    expect(cut('👍'.repeat(10), 6).isWellFormed()).toBe(true);
  });
});
