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
    const later = 'Buổi sáng trời nắng. Buổi chiều trời mưa. Lãnh đạo TP. Hải Phòng tiếp đoàn.';
    expect(extractSummary(later, 'Tiếp đoàn Hải Phòng', 'vi', [])).toContain('Lãnh đạo TP. Hải Phòng tiếp đoàn.');
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

describe('which sentences are chosen', () => {
  const filler = (n: number) =>
    `Đây là câu thứ ${'một hai ba bốn năm sáu bảy tám chín mười'.split(' ')[n % 10]} nói chuyện chung chung.`;

  it('leaves out what stands far down, whatever it says', () => {
    const told = 'Cảng Đình Vũ đón chuyến tàu thứ nghìn.';
    const near = [...Array.from({ length: 29 }, (_, n) => filler(n)), told].join(' ');
    const far = [...Array.from({ length: 30 }, (_, n) => filler(n)), told].join(' ');
    expect(extractSummary(near, 'Cảng Đình Vũ đón chuyến tàu thứ nghìn', 'vi', [])).toContain(told);
    expect(extractSummary(far, 'Cảng Đình Vũ đón chuyến tàu thứ nghìn', 'vi', [])).not.toContain(told);
  });

  it('prefers a place that is named, then figures, and no cry', () => {
    const first = 'Mở đầu bằng một câu chung chung dài.';
    const text = (last: string) => [first, filler(1), filler(2), filler(3), filler(4), last].join(' ');
    const named = 'Đoàn đã đến thăm Tiền Hải vào buổi chiều.';
    expect(extractSummary(text(named), 'x', 'vi', ['Tiền Hải'])).toContain(named);
    expect(extractSummary(text(named), 'x', 'vi', [])).not.toContain(named);
    const counted = 'Đoàn đã gặp 40 người dân ở trong vùng này.';
    expect(extractSummary(text(counted), 'x', 'vi', [])).toContain(counted);
    expect(extractSummary(`Ôi chao! ${first} ${filler(1)} ${filler(2)}`, 'x', 'vi', [])).not.toContain('Ôi chao');
  });

  it('takes as many as fit into 480 characters, and the first one in any case', () => {
    const sentence = (length: number) => `A${'b'.repeat(length - 2)}.`;
    const exact = [sentence(240), sentence(239)].join(' ');
    expect(extractSummary(exact, 'x', 'vi', [])).toBe(exact);
    expect(extractSummary([sentence(240), sentence(240)].join(' '), 'x', 'vi', [])).toBe(sentence(240));
    expect(extractSummary(sentence(600), 'x', 'vi', [])).toHaveLength(480);
  });
});

describe('where a sentence ends', () => {
  const told = (text: string) => extractSummary(text, 'x', 'vi', []);

  it.each([
    'Lãnh đạo (TP. Hải Phòng) tiếp đoàn.',
    'Gặp dân (P. Tân An) vào chiều qua.',
    'TP. Hải Phòng tiếp đoàn khách quốc tế.',
  ])('not in %s', (text) => {
    const rest = ['một', 'hai', 'ba', 'bốn'].map((n) => `Một câu khác thứ ${n} nói chuyện chung chung.`);
    expect(told([text, ...rest].join(' '))).toContain(text);
  });

  it('after a cry, which is shorter than twenty characters and not taken', () => {
    const chosen = (length: number) => {
      const short = `A${'b'.repeat(length - 2)}.`;
      const others = Array.from({ length: 3 }, () => 'Câu này dài hơn hẳn hai mươi chữ.');
      return extractSummary([...others, short].join(' '), short.slice(0, -1), 'vi', []).includes(short);
    };
    expect([chosen(19), chosen(20)]).toEqual([false, true]);
  });
});

describe('cut', () => {
  it('cuts at a blank, says so, and never halves a character', () => {
    expect(cut('một hai ba bốn', 11)).toBe('một hai ba…');
    expect(cut('ngắn', 11)).toBe('ngắn');
    expect(cut('ngắn', 4)).toBe('ngắn');
    expect(cut(' một hai  ba', 9)).toBe(' một hai…');
    expect(cut('một haibabốnnăm', 11)).toBe('một haibab…');
    expect(cut('một hai babốn năm', 11)).toBe('một hai…');
    expect(cut('mộthaibabốnnăm sáu', 11)).toBe('mộthaibabố…');
    expect(cut('👍'.repeat(10), 6).isWellFormed()).toBe(true);
  });
});
