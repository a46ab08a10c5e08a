import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { encodePage } from './charset.ts';

const samples: Record<string, string> = {
  'utf-8': 'Đường ế ặ 海防 하이퐁',
  'windows-1258': 'Người Việt ở Cao Bằng: ắ ằ ẳ ẵ ặ ế ề ể ễ ệ ố ớ ự ỹ đ Đ',
  gb18030: '海防市前{10}个月“出口”',
  big5: '島嶼新報：茶榮、高平',
  shift_jis: 'ハイフォン市の港',
  'euc-kr': '하이퐁 항만 물동량',
  'iso-8859-15': 'À Haïphong, l’opéra : œuvre, 5 €',
  'windows-1251': 'Хайфон — порт № 1',
};

/** What a reader makes of a page: bytes to text, references resolved, composed. */
function read(bytes: Uint8Array, charset: string): string {
  const text = iconv.decode(Buffer.from(bytes), charset);
  return text.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code))).normalize('NFC');
}

describe('encodePage', () => {
  it.each(Object.entries(samples))('%s can be read back', (charset, text) => {
    expect(read(encodePage(text, charset), charset)).toBe(text);
  });

  it.each(Object.keys(samples))('%s writes what it lacks as a reference, so that nothing is lost', (charset) => {
    const everything = Object.values(samples).join(' ');
    expect(read(encodePage(everything, charset), charset)).toBe(everything);
  });

  it('really uses the old bytes: one for a Vietnamese letter, two for a Chinese one', () => {
    expect(encodePage('ơ', 'windows-1258')).toHaveLength(1);
    expect(encodePage('ế', 'windows-1258')).toHaveLength(2);
    expect(encodePage('海防', 'gb18030')).toHaveLength(4);
    expect(encodePage('порт', 'windows-1251')).toHaveLength(4);
  });
});
