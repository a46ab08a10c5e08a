import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { decodeBody } from './decode.ts';

const vietnamese =
  '<p>Ủy ban nhân dân tỉnh đã họp về việc làm rõ thông tin báo chí nước ngoài phản ánh ngày 12 tháng 5.</p>';
const tcvn3 = vietnamese.replace('Ủy ban', 'Sở Tư pháp và ủy ban');
const russian = '<p>Власти провинции сообщили о новом проекте на побережье, который будет построен в этом году.</p>';
const simplified = '<p>人民委员会星期二表示，将对有关报道作出澄清说明，并公布相关数据，请媒体核实。</p>';
const traditional = '<p>人民委員會星期二表示，將對有關報導作出澄清說明，並公布相關數據，請媒體核實。</p>';
const japanese = '<p>北部の人民委員会は火曜日、報道について説明すると発表した。</p>';
const korean = '<p>북부 인민위원회는 화요일 보도에 대해 해명하겠다고 밝혔다.</p>';
const thai = '<p>คณะกรรมการประชาชนจังหวัดกล่าวเมื่อวันอังคารว่าจะชี้แจงข่าวสาร</p>';

/** windows-1258 writes the tone as a second byte after its vowel. */
function windows1258(text: string): Buffer {
  const split = [...text].flatMap((letter) => {
    const [base = '', ...marks] = letter.normalize('NFD');
    const tones = marks.filter((mark) => '\u0300\u0301\u0303\u0309\u0323'.includes(mark));
    return [(base + marks.filter((mark) => !tones.includes(mark)).join('')).normalize('NFC'), ...tones];
  });
  return Buffer.concat(split.map((each) => iconv.encode(each, 'windows-1258')));
}

const bodies: readonly [string, Buffer, string][] = [
  ['windows-1258', windows1258(vietnamese), vietnamese],
  ['tcvn3', iconv.encode(tcvn3, 'tcvn'), tcvn3],
  ['viscii', iconv.encode(vietnamese, 'viscii'), vietnamese],
  ['windows-1251', iconv.encode(russian, 'windows-1251'), russian],
  ['koi8-r', iconv.encode(russian, 'koi8-r'), russian],
  ['gb18030', iconv.encode(simplified, 'gb18030'), simplified],
  ['big5', iconv.encode(traditional, 'big5'), traditional],
  ['shift_jis', iconv.encode(japanese, 'shift_jis'), japanese],
  ['euc-jp', iconv.encode(japanese, 'euc-jp'), japanese],
  ['euc-kr', iconv.encode(korean, 'euc-kr'), korean],
  ['windows-874', iconv.encode(thai, 'tis-620'), thai],
  ['utf-8', Buffer.from(vietnamese), vietnamese],
];

describe('the charset of a body', () => {
  test.each(bodies)('%s is told from the bytes alone', (charset, bytes, text) => {
    expect(decodeBody(bytes)).toMatchObject({ charset, text });
  });

  test.each(bodies)('%s is read although the header says UTF-8', (_charset, bytes, text) => {
    expect(decodeBody(bytes, 'text/html; charset=utf-8').text).toBe(text);
  });

  test.each(bodies)('%s is read although the header says Latin-1', (_charset, bytes, text) => {
    expect(decodeBody(bytes, 'text/html; charset=iso-8859-1').text).toBe(text);
  });

  test.each(bodies)('%s is read when its own label says so', (charset, bytes, text) => {
    const label = charset === 'windows-874' ? 'tis-620' : charset === 'tcvn3' ? 'x-viet-tcvn' : charset;
    expect(decodeBody(bytes, `text/html; charset="${label}"`)).toMatchObject({ charset, text });
  });

  test('a byte-order mark wins over everything', () => {
    const marked = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(korean, 'utf16le')]);
    expect(decodeBody(marked, 'text/html; charset=euc-kr')).toMatchObject({
      charset: 'utf-16le',
      why: 'bom',
      text: korean,
    });
  });

  test('UTF-16 without a mark shows in its zero bytes', () => {
    expect(decodeBody(Buffer.from('<rss version="2.0"><channel></channel></rss>', 'utf16le')).charset).toBe('utf-16le');
  });

  test('UTF-8 labelled as something else stays UTF-8', () => {
    expect(decodeBody(Buffer.from(russian), 'text/html; charset=windows-1251')).toMatchObject({
      charset: 'utf-8',
      why: 'valid-utf8',
      text: russian,
    });
  });

  test('UTF-8 cut in the middle of a letter stays UTF-8', () => {
    const cut = Buffer.from(vietnamese).subarray(0, 4);
    expect(decodeBody(cut).charset).toBe('utf-8');
  });

  test('a TCVN3 page that was transcoded from Latin-1 is mended', () => {
    const transcoded = Buffer.from(iconv.encode(tcvn3, 'tcvn').toString('latin1'));
    expect(decodeBody(transcoded).charset).toBe('tcvn3');
    expect(decodeBody(transcoded).text).toContain('báo chí nước ngoài phản ánh');
  });

  test('a charset named in meta or in the XML declaration counts', () => {
    const page = iconv.encode('<html><head><meta charset="koi8-r"></head><body>Да</body></html>', 'koi8-r');
    expect(decodeBody(page)).toMatchObject({ charset: 'koi8-r', why: 'meta' });
    const feed = iconv.encode('<?xml version="1.0" encoding="windows-1251"?><rss>Да</rss>', 'windows-1251');
    expect(decodeBody(feed)).toMatchObject({ charset: 'windows-1251', why: 'declaration' });
  });

  test('ISO-2022-JP, which is plain ASCII in bytes, is believed', () => {
    const bytes = Buffer.from('1b24424a7340', 'hex');
    expect(decodeBody(bytes, 'text/html; charset=iso-2022-jp').charset).toBe('iso-2022-jp');
  });

  test('letters of the supplements of Big5 and EUC-KR are read', () => {
    expect(
      decodeBody(
        iconv.encode(`延田（Diêm Điền）${traditional}`.replaceAll('ề', 'ê').replaceAll('Đ', 'D'), 'big5'),
        'text/html; charset=big5',
      ).text,
    ).toContain('Diêm Diên');
    expect(decodeBody(iconv.encode(`똠방각하 ${korean}`, 'cp949'), 'text/html; charset=euc-kr').text).toContain(
      '똠방각하',
    );
  });

  test('zero bytes are dropped and nothing is thrown for noise', () => {
    expect(decodeBody(Buffer.from('a\u0000b')).text).toBe('ab');
    const noise = Uint8Array.from({ length: 4096 }, (_, index) => (index * 7919) % 256);
    expect(decodeBody(noise, 'text/html; charset=no-such-thing').text.length).toBeGreaterThan(0);
    expect(decodeBody(new Uint8Array(0)).text).toBe('');
  });
});
