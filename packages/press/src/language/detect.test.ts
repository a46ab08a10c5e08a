import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { detectLanguage } from './detect.ts';

const texts: readonly [string, string][] = [
  ['kinh tế', 'vi'],
  ['Thai Binh hop bao ve viec lam ro thong tin', 'vi'],
  ['Tỉnh Thái Bình họp báo'.normalize('NFD'), 'vi'],
  ['Theo Reuters, Samsung Electronics sẽ mở rộng nhà máy', 'vi'],
  ['Vietnam province exports rice to China', 'en'],
  ['Le gouvernement vietnamien dément', 'fr'],
  ['Die Provinz exportiert mehr Reis', 'de'],
  ['La provincia exporta más arroz', 'es'],
  ['Власти провинции сообщили', 'ru'],
  ['越南太平省', 'zh'],
  ['ベトナム北部の省', 'ja'],
  ['베트남 북부', 'ko'],
  ['จังหวัดทางเหนือ', 'th'],
  ['ខេត្តភាគខាងជើង', 'km'],
  ['ແຂວງພາກເໜືອ', 'lo'],
];

describe('the language of a text', () => {
  test.each(texts)('%s', (text, language) => {
    expect(detectLanguage(text)).toMatchObject({ language });
  });

  test.each([
    '',
    '12.345 – 67%',
    'https://bao.vn/tin',
    '!!!',
    'Уряд України повідомив про нові заходи підтримки фермерів',
    'أعلنت السلطات',
  ])('%s says nothing, and so does the answer', (text) => {
    expect(detectLanguage(text)).toEqual({ language: 'und', confidence: 0 });
  });

  test('a hint settles a close call and never a clear text', () => {
    expect(detectLanguage('do an').language).not.toBe('vi');
    expect(detectLanguage('経済', 'ja').language).toBe('ja');
    expect(detectLanguage('Officials in the northern province said the road was open.', 'vi').language).toBe('en');
    expect(detectLanguage('Tỉnh họp báo về vụ việc', 'en-US').language).toBe('vi');
    expect(detectLanguage('Tỉnh họp báo về vụ việc', 'xx').language).toBe('vi');
  });

  test('any text gets a known language and a probability', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const { language, confidence } = detectLanguage(text);
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
        expect(language === 'und').toBe(confidence === 0);
      }),
    );
  });
});
