import { describe, expect, it } from 'vitest';
import { transcribe } from './transcribe.ts';

describe('transcribe', () => {
  it.each([
    ['Đình Vũ', 'Диньву'],
    ['Duyên Hải', 'Зуенхай'],
    ['Tĩnh Túc', 'Тиньтук'],
    ['Châu Thành', 'Тяутхань'],
    ['Tiền Hải', 'Тиенхай'],
    ['Đam Rông 2', 'Дамронг 2'],
    ['Hạ Lang', 'Ха Ланг'],
    ['Nhân Cơ', 'Нянко'],
  ])('spells %s in Russian as %s', (name, spelling) => {
    expect(transcribe(name).ru).toContain(spelling);
  });

  it.each([
    ['An Dương', 'アンズオン'],
    ['Đông Hải', 'ドンハイ'],
    ['Trà Lĩnh', 'チャリン'],
    ['Đam Rông 2', 'ダムロン2'],
    ['Bảo Lộc', 'バオロック'],
    ['Vũ Thư', 'ヴートゥー'],
    ['Thanh Miện', 'タインミエン'],
  ])('spells %s in Japanese as %s', (name, spelling) => {
    expect(transcribe(name).ja).toContain(spelling);
  });

  it.each([
    ['Cô Ba', '姑巴'],
    ['Kiến Xương', '建昌'],
    ['Hoà An', '和安'],
    ['Vĩnh Bảo', '永寶'],
  ])('spells %s in Chinese as %s', (name, spelling) => {
    expect(transcribe(name).zh).toContain(spelling);
  });

  it('leaves out names of one syllable and what is no Vietnamese syllable', () => {
    expect(transcribe('Ngang')).toEqual({ ja: [], ru: [], zh: [] });
    expect(transcribe('Krông Nô')).toEqual({ ja: [], ru: [], zh: [] });
  });
});
