import { describe, expect, it } from 'vitest';
import { findClaims } from './claims.ts';
import { splitSentences } from './sentence.ts';

describe('splitSentences', () => {
  it.each([
    ['TP. Hải Phòng có 1.200 tàu. Tàu cập bến.', 2],
    ['За 10 мес. 2026 года вырос экспорт. Импорт упал.', 2],
    ['去年增长。今年下降！原因？', 3],
    ['The U.S. firm left. It sold No. 5 plant.', 2],
    ['Tít không chấm\nThân bài có chấm.', 2],
    ['« Nous partons », dit-il. Puis rien.', 2],
    ['จังหวัดมีนักท่องเที่ยว 1.2 ล้านคนในเดือน ก.ย. 2569 เวลา 14.30 น. วันนี้', 1],
    ['จังหวัดรายงานว่ามีผู้ได้รับบาดเจ็บ 12 คน ขณะที่โรงเรียน 3 แห่งยังปิดอยู่', 2],
    ['ខេត្តទទួលភ្ញៀវ ១,២ លាននាក់។ សាលារៀន ៣ បើកវិញ៕', 2],
    ['មានអង្ករ ត្រី ។ល។ និងបន្លែ។', 1],
    ['ແຂວງລາຍງານວ່າມີຜູ້ບາດເຈັບ 12 ຄົນ ນອກຈາກນັ້ນໂຮງຮຽນ 3 ແຫ່ງຍັງປິດ', 2],
    ['ວັນທີ 12 ພ.ຈ. 2026 ມີຝົນຕົກໜັກ', 1],
  ])('splits %s', (text, count) => {
    expect(splitSentences(text)).toHaveLength(count);
  });

  it('gives spans that cut the sentence out of the text', () => {
    const text = '  Một câu.  Hai câu!\n\nBa câu "có ngoặc." Bốn câu';
    const sentences = splitSentences(text);
    expect(sentences.map(({ quote }) => quote)).toEqual(['Một câu.', 'Hai câu!', 'Ba câu "có ngoặc."', 'Bốn câu']);
    for (const { start, end, quote } of sentences) expect(text.slice(start, end)).toBe(quote);
  });
});

describe('findClaims', () => {
  const claims = (text: string, language = 'vi') =>
    findClaims({ id: 'a', url: '', title: '', text, language }).map(({ kind }) => kind);

  it('tells what can be checked', () => {
    expect(claims('Tỉnh đón 1,2 triệu lượt khách trong năm 2026.')).toEqual(['figure']);
    expect(claims('Nhà máy dệt may đã đóng cửa.')).toEqual(['event']);
    expect(claims('Officials pocketed bribes.', 'en')).toEqual(['allegation']);
    expect(claims('市政府否认有关学校关闭的传闻。', 'zh')).toEqual(['denial']);
  });

  it('leaves out opinions, questions and scenery', () => {
    expect(claims('Theo tôi, chính quyền nên lắng nghe hơn.')).toEqual([]);
    expect(claims('Why did the bridge open late?', 'en')).toEqual([]);
    expect(claims('Sương giăng trên những mái nhà cũ.')).toEqual([]);
  });

  it('counts spans from the headline on', () => {
    const [claim] = findClaims({ id: 'a', url: '', title: 'Tít', text: 'Xuất khẩu đạt 2 tỷ USD.', language: 'vi' });
    expect(`Tít\nXuất khẩu đạt 2 tỷ USD.`.slice(claim?.start, claim?.end)).toBe(claim?.quote);
  });
});
