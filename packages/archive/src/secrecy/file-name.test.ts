import { describe, expect, it } from 'vitest';
import { findSecrecyMarkInName } from './file-name.ts';

describe('findSecrecyMarkInName', () => {
  it.each([
    ['MẬT.pdf', 'confidential'],
    ['MAT.pdf', 'confidential'],
    ['(Mật).pdf', 'confidential'],
    ['12-BC-UBND (Mật).pdf', 'confidential'],
    ['12-BC-UBND (mat).pdf', 'confidential'],
    ['12-BC-UBND [TỐI MẬT].docx', 'secret'],
    ['12-BC-UBND (tuyet-mat).docx', 'top-secret'],
    ['MẬT_bao-cao.docx', 'confidential'],
    ['MAT_bao-cao.docx', 'confidential'],
    ['bao-cao_MAT.docx', 'confidential'],
    ['Báo cáo - MẬT.docx', 'confidential'],
    ['Báo cáo - Tối mật.docx', 'secret'],
    ['Báo cáo – TUYỆT MẬT – bản 2.docx', 'top-secret'],
    ['tuyet-mat.docx', 'top-secret'],
    ['toi mat.docx', 'secret'],
    ['2026-11-tuyet-mat-bao-cao.pdf', 'top-secret'],
    ['Báo cáo tuyệt mật tháng 11.pdf', 'top-secret'],
    ['Báo cáo MẬT tháng 11.pdf', 'confidential'],
    ['Báo cáo - MẬT.docx'.normalize('NFD'), 'confidential'],
  ])('%s: %s', (name, level) => {
    expect(findSecrecyMarkInName(name)).toMatchObject({ level, place: 'file-name' });
  });

  it.each([
    'bao-cao.pdf',
    'mat-tran-to-quoc.docx',
    'MAT_TRAN_TO_QUOC.docx',
    'MẶT TRẬN.docx',
    'mat rung dau nguon.pdf',
    'mật ong rừng.docx',
    'Mật độ dân số.xlsx',
    'MẬT ĐỘ DÂN SỐ.pdf',
    'MẬT_ĐỘ_DÂN_SỐ.pdf',
    'bao-mat-thong-tin.docx',
    'BẢO MẬT.docx',
    'BẢO_MẬT.docx',
    'bí mật nhà nước.pdf',
    'BÍ MẬT NHÀ NƯỚC.pdf',
    'vi-sao-toi-mat-tien.docx',
    'mat.pdf',
    'format.pdf',
    'matxcova.docx',
    '.pdf',
    '',
  ])('%j passes', (name) => {
    expect(findSecrecyMarkInName(name)).toBeNull();
  });
});
