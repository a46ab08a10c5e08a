import iconv from 'iconv-lite';

/**
 * A page or feed in the charset of its outlet. What the charset cannot write becomes a numeric character reference, as
 * the publishing systems of the time did; Vietnamese in windows-1258 is written with its tone marks apart, as that charset wants.
 */
export function encodePage(text: string, charset: string): Uint8Array<ArrayBuffer> {
  if (charset === 'utf-8') return Uint8Array.from(Buffer.from(text, 'utf8'));
  const prepared = charset === 'windows-1258' ? spreadTones(text) : text;
  let written = '';
  for (const character of prepared) {
    written += fits(character, charset) ? character : `&#${character.codePointAt(0) ?? 0xfffd};`;
  }
  return Uint8Array.from(iconv.encode(written, charset));
}

const known = new Map<string, boolean>();

function fits(character: string, charset: string): boolean {
  const key = charset + character;
  const cached = known.get(key);
  if (cached !== undefined) return cached;
  const kept = iconv.decode(iconv.encode(character, charset), charset) === character;
  known.set(key, kept);
  return kept;
}

const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;

function spreadTones(text: string): string {
  return [...text].map((character) => (fits(character, 'windows-1258') ? character : apart(character))).join('');
}

function apart(character: string): string {
  const decomposed = character.normalize('NFD');
  const tone = decomposed.match(tones)?.join('') ?? '';
  return decomposed.replace(tones, '').normalize('NFC') + tone;
}
