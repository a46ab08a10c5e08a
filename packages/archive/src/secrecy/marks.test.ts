import { describe, expect, it } from 'vitest';
import { findSecrecyMarks } from './marks.ts';

/** The head of an official document as its text comes out of a file. */
const head = (mark: string): string =>
  `ỦY BAN NHÂN DÂN\nTỈNH HẢI BÌNH\n${mark}\nSố: 12/BC-UBND\nHải Bình, ngày 12 tháng 3 năm 2026\n\nBÁO CÁO\nVề tình hình quý I`;

describe('findSecrecyMarks: marks', () => {
  it.each([
    ['MẬT', 'confidential'],
    ['TỐI MẬT', 'secret'],
    ['TUYỆT MẬT', 'top-secret'],
    ['  MẬT  ', 'confidential'],
    ['(MẬT)', 'confidential'],
    ['[ TỐI MẬT ]', 'secret'],
    ['*** TUYỆT MẬT ***', 'top-secret'],
    ['«MẬT»', 'confidential'],
    ['__MẬT__', 'confidential'],
    ['| MẬT |', 'confidential'],
    ['MẬT.', 'confidential'],
    ['M Ậ T', 'confidential'],
    ['M  Ậ  T', 'confidential'],
    ['M.Ậ.T', 'confidential'],
    ['M-Ậ-T', 'confidential'],
    ['T Ố I M Ậ T', 'secret'],
    ['T Ố I  M Ậ T', 'secret'],
    ['T U Y Ệ T   M Ậ T', 'top-secret'],
    ['TUYỆTMẬT', 'top-secret'],
    ['TỐI   MẬT', 'secret'],
    ['TỐI\u00a0MẬT', 'secret'],
    ['M\u200bẬT', 'confidential'],
    ['MẬT'.normalize('NFD'), 'confidential'],
    ['T U Y Ệ T M Ậ T'.normalize('NFD'), 'top-secret'],
    ['MAT', 'confidential'],
    ['M A T', 'confidential'],
    ['TOI MAT', 'secret'],
    ['TUYET MAT', 'top-secret'],
    ['T U Y E T  M A T', 'top-secret'],
    ['TUYÊT MÂT', 'top-secret'],
    ['TÔI MẬT', 'secret'],
    ['MËT', 'confidential'],
    ['TUYÖT MËT', 'top-secret'],
    ['TÈI MËT', 'secret'],
    ['MAÄT', 'confidential'],
    ['TOÁI MAÄT', 'secret'],
    ['TUYEÄT MAÄT', 'top-secret'],
    ['Tuyệt mật', 'top-secret'],
    ['Tối Mật', 'secret'],
    ['MẬT MẬT MẬT', 'confidential'],
    ['TÀI LIỆU MẬT', 'confidential'],
    ['VĂN BẢN TỐI MẬT', 'secret'],
    ['TAI LIEU TUYET MAT', 'top-secret'],
    ['Độ mật: Mật', 'confidential'],
    ['Độ mật: TỐI MẬT', 'secret'],
    ['Mức độ mật: tuyệt mật', 'top-secret'],
    ['ĐỘ MẬT : MẬT', 'confidential'],
    ['Do mat: Toi mat', 'secret'],
    ['Độ mật – Tối mật', 'secret'],
    ['Số: 15/BC-UBND MẬT', 'confidential'],
    ['Số: 15/BC-UBND (Mật)', 'confidential'],
    ['Số: 15/BC-UBND [TUYỆT MẬT]', 'top-secret'],
    ['Số: 15/BC-UBND - TỐI MẬT', 'secret'],
    ['Số 15/BC-UBND (tối mật)', 'secret'],
    ['MẬT Hải Bình, ngày 12 tháng 3 năm 2026', 'confidential'],
    ['TỐI MẬT   Hải Bình, ngày 12 tháng 3 năm 2026', 'secret'],
    ['UBND TỈNH HẢI BÌNH\tMẬT', 'confidential'],
    ['MẬT    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'confidential'],
    ['UBND TỈNH | TỐI MẬT', 'secret'],
  ])('%j: %s', (mark, level) => {
    const marks = findSecrecyMarks(head(mark));
    expect(marks).toMatchObject([{ level, line: 3 }]);
  });

  it('finds a stamp on a later page, after any line end', () => {
    const prose = `${'Một dòng văn bản bình thường.\n'.repeat(60)}`;
    expect(findSecrecyMarks(`${prose}MẬT\n${prose}`)).toMatchObject([{ level: 'confidential', line: 61 }]);
    expect(findSecrecyMarks(`a\r\nTỐI MẬT\r\nb`)).toMatchObject([{ line: 2 }]);
    expect(findSecrecyMarks(`${prose}\fMAT\n${prose}`)).toMatchObject([{ level: 'confidential' }]);
  });

  it('finds every mark and quotes nothing but it', () => {
    const marks = findSecrecyMarks(
      'MẬT\nSố: 15/BC-UBND (Mật)\nNội dung không được lộ\nĐộ mật: Tối mật, người ký Trần Văn A',
    );
    expect(marks.map(({ place, quote }) => [place, quote.toLocaleUpperCase('vi')])).toEqual([
      ['stamp', 'MẬT'],
      ['number', 'MẬT'],
      ['label', 'TỐI MẬT'],
    ]);
  });
});

describe('findSecrecyMarks: running news', () => {
  it.each([
    '',
    'mật',
    'Mật',
    'Mật ong rừng U Minh được giá',
    'MẬT ONG RỪNG U MINH ĐƯỢC GIÁ',
    'MẬT ĐỘ DÂN SỐ CAO NHẤT CẢ NƯỚC',
    'BÍ MẬT',
    'BÍ MẬT NHÀ NƯỚC',
    'Bảo vệ bí mật nhà nước',
    'BẢO MẬT THÔNG TIN',
    'BẢO MẬT',
    'CƠ MẬT',
    'Tài liệu mật của Lầu Năm Góc bị rò rỉ',
    'Hồ sơ tối mật về vụ án',
    'TUYỆT MẬT: chuyện chưa kể về chiến dịch',
    'HỒ SƠ TUYỆT MẬT VÀ NHỮNG BÍ ẨN',
    'Công văn bị đóng dấu “TUYỆT MẬT” rồi phát tán trên mạng',
    'Văn bản đóng dấu MẬT được chụp lại và đăng lên mạng xã hội.',
    'Luật quy định ba độ mật: tuyệt mật, tối mật và mật.',
    'Theo luật, độ mật gồm Tuyệt mật, Tối mật, Mật.',
    'Căn cứ Danh mục bí mật nhà nước độ Mật, độ Tối mật',
    'Danh mục tài liệu có độ mật',
    'Độ mật: Không',
    'Độ mật: Thường',
    'Độ mật của tài liệu: do cơ quan soạn thảo đề xuất',
    'ĐỘ MẬT CỦA VĂN BẢN',
    'Mật khẩu: 123456',
    'Mật danh: X',
    'MẶT',
    'MẮT',
    'MÁT',
    'MẤT',
    'TỐI MẤT ĐIỆN',
    'TÔI MẤT',
    'TÔI MẮT',
    'TỐI MẶT',
    'TỐI',
    'TUYỆT',
    'TUYẾT MẶT',
    'M T',
    'MTA',
    'A M Ậ T B',
    'Số: 15/BC-UBND',
    'Số: 15/BC-UBND ngày 12/3/2026 về bảo vệ bí mật nhà nước',
    'Số người mắc bệnh mật tăng (sỏi mật)',
    'Số ca viêm túi mật tăng',
    'Hoả tốc',
    'HỎA TỐC',
    'KHÔNG MẬT',
    'Mật độ: 450 người/km²',
    'Bộ phim mang tên “Tuyệt mật” ra rạp',
    'Bánh mật, bánh gai',
    'MẬT MÍA, ĐƯỜNG PHÈN',
    'DEPARTMENT OF MAT SCIENCE',
    'Yoga mat',
    'mat',
  ])('%j', (line) => {
    expect(findSecrecyMarks(head(line))).toEqual([]);
    expect(findSecrecyMarks(line)).toEqual([]);
  });

  it("does not take a bare MAT far from a page's head for a mark", () => {
    expect(findSecrecyMarks(`${'Dòng thường.\n'.repeat(40)}MAT\n`)).toEqual([]);
  });

  it("does not read columns far from a page's head", () => {
    expect(findSecrecyMarks(`${'Dòng thường.\n'.repeat(40)}đóng dấu  MẬT  lên bìa\n`)).toEqual([]);
  });

  it('stays fast on a line made to be slow', () => {
    for (const hostile of [
      'M '.repeat(500_000),
      `Số: ${'(Mậ'.repeat(200_000)}`,
      `${' '.repeat(1_000_000)}MẬT x`,
      '*'.repeat(290),
      `${'M A T '.repeat(48)}x`,
    ]) {
      expect(findSecrecyMarks(hostile)).toEqual([]);
    }
  });
});
