const KIND_WORDS = ['thành phố', 'thị trấn', 'thị xã', 'đặc khu', 'huyện', 'quận', 'phường', 'tỉnh', 'xã', 'tp.', 'tp'];

/** Removes marks and đ: `Thái Bình` to `thai binh`. */
export function foldText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/đ/g, 'd')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Makes the unaccented slug of a name: `Huyện Tiền Hải` to `huyen-tien-hai`. */
export function slugify(name: string): string {
  return foldText(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** Lower case with the tone mark in one place, so that `Hoà An` equals `Hòa An` and differs from `Hoa An`. */
export function toneKey(text: string): string {
  const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
    .split(' ')
    .map((syllable) => syllable.replace(TONES, '') + (syllable.match(TONES) ?? []).join(''))
    .join(' ');
}

/** The name without its kind word: `Huyện Tiền Hải` to `Tiền Hải`. */
export function bareName(name: string): string {
  const lower = name.normalize('NFC').toLowerCase();
  const word = KIND_WORDS.find((kind) => lower.startsWith(`${kind} `));
  return word === undefined ? name.normalize('NFC') : name.normalize('NFC').slice(word.length + 1);
}

/** True when the text carries no mark, so that only folded matching can serve it. */
export function isUnmarked(text: string): boolean {
  return foldText(text) === text.toLowerCase().replace(/\s+/g, ' ').trim();
}
