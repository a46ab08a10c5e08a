import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Script } from '../text/script.ts';

const FOLDER = join(import.meta.dirname, '..', '..', 'fonts');

/** Font files by script: regular, bold, italic, bold italic. Tinos has the widths of Times New Roman. */
const FILES: Readonly<Record<Script, readonly [string, string, string, string]>> = {
  latin: ['Tinos_400Regular', 'Tinos_700Bold', 'Tinos_400Regular_Italic', 'Tinos_700Bold_Italic'],
  chinese: same('DroidSansFallbackFull'),
  japanese: same('DroidSansFallbackFull'),
  korean: same('NanumMyeongjo'),
  thai: upright('NotoSerifThai'),
  lao: upright('NotoSerifLao'),
  khmer: upright('NotoSerifKhmer'),
  'right-to-left': same('NotoSansArabic-Regular'),
};

function same(name: string): readonly [string, string, string, string] {
  return [name, name, name, name];
}

function upright(name: string): readonly [string, string, string, string] {
  return [`${name}-Regular`, `${name}-Bold`, `${name}-Regular`, `${name}-Bold`];
}

const read = new Map<string, Buffer>();

/** The name of the font for a text; also the name under which `fontBytes` gives it. */
export function fontFor(script: Script, text: string, bold: boolean, italic: boolean): string {
  if (script === 'right-to-left' && /\p{Script=Hebrew}/u.test(text)) return 'NotoSerifHebrew-Regular';
  return FILES[script][(bold ? 1 : 0) + (italic ? 2 : 0)] ?? FILES[script][0];
}

/** A font file of the package; read once. */
export function fontBytes(name: string): Buffer {
  const known = read.get(name);
  if (known !== undefined) return known;
  const bytes = readFileSync(fontPath(name));
  read.set(name, bytes);
  return bytes;
}

/** Where a font file of the package lies. */
export function fontPath(name: string): string {
  return join(FOLDER, `${name}.ttf`);
}

/** Font files of the package that are not where they should be; documents cannot be written without them. */
export function missingFonts(): readonly string[] {
  return [...new Set(Object.values(FILES).flat())].filter((name) => !existsSync(fontPath(name)));
}
