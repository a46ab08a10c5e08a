import { LEVEL_PATTERN, levelOf } from './level.ts';
import type { SecrecyMark } from './marks.ts';

const WHOLE = new RegExp(`^(?:${LEVEL_PATTERN})$`, 'u');
const LONGER = /^(?:TUYỆT MẬT|TỐI MẬT|TUYET MAT|TOI MAT)$/u;
const CAPITAL_MARK = /^(?:MẬT|TỐI MẬT|TUYỆT MẬT)$/u;

/** Words that make another word with "mật": bí mật, bảo mật; mật độ, mật ong, and without marks mặt trận, mất rừng. */
const BEFORE = capitals('bí bảo cơ mã điệp thân bi bao co ma diep than');
const BEHIND = capitals(
  'độ ong khẩu vụ thư thám ngữ tông thiết danh do khau vu thu tham ngu tong thiet tran bang rung dat hoa san trang troi',
);

function capitals(words: string): ReadonlySet<string> {
  return new Set(words.toLocaleUpperCase('vi').split(' '));
}

/**
 * Finds a mark of secrecy in a file's name: set apart by brackets, underscores or spaced hyphens ("12-BC (Mật).pdf",
 * "MẬT_bao-cao.docx", "Báo cáo - TỐI MẬT.pdf"), or the whole name. Names that only hold the syllable pass:
 * "mat-tran-to-quoc.docx", "MẬT ĐỘ DÂN SỐ.pdf", "bao-mat-thong-tin.docx".
 */
export function findSecrecyMarkInName(fileName: string): SecrecyMark | null {
  const name = fileName.normalize('NFC').replace(/\.[\p{L}\p{N}]{1,5}$/u, '');
  const mark = bracketed(name) ?? setApart(name) ?? inSlug(name);
  return mark === null ? null : { level: levelOf(mark), place: 'file-name', quote: mark, line: 1 };
}

function bracketed(name: string): string | null {
  for (const [, inner] of name.matchAll(/[([{]([^)\]}]{1,20})[)\]}]/g)) {
    const text = (inner ?? '').trim().replace(/[\s_-]+/g, ' ');
    if (WHOLE.test(text.toLocaleUpperCase('vi'))) return text;
  }
  return null;
}

/** Parts between strong separators. A single "mật" must be in capitals there, and a bare MAT among other words in lower case. */
function setApart(name: string): string | null {
  const parts = name
    .split(/\s+[-–—]+\s+|_+|[.,+–—()[\]]+/)
    .map((part) => part.trim().replace(/[\s-]+/g, ' '))
    .filter(Boolean);
  for (const [index, part] of parts.entries()) {
    const upper = part.toLocaleUpperCase('vi');
    if (!WHOLE.test(upper) || isCompound(parts, index)) continue;
    if (LONGER.test(upper) || CAPITAL_MARK.test(part)) return part;
    const shouted = parts.length > 1 && parts.every((other) => other === other.toLocaleUpperCase('vi'));
    if (part === upper && !shouted) return part;
  }
  return null;
}

/** "2026-11-tuyet-mat-bao-cao": the longer marks between hyphens or spaces, where "tôi mất" cannot be meant. */
function inSlug(name: string): string | null {
  const words = name.split(/[\s_-]+/).filter(Boolean);
  for (const [index, word] of words.entries()) {
    const pair = `${word} ${words[index + 1] ?? ''}`;
    if (/^TUYỆT MẬT$|^TUYET MAT$|^TỐI MẬT$/u.test(pair.toLocaleUpperCase('vi'))) return pair;
    if (word === 'MẬT' && !isCompound(words, index) && !allCapitals(words)) return word;
  }
  return null;
}

function isCompound(parts: readonly string[], index: number): boolean {
  const before = parts[index - 1]?.split(/[\s-]+/).at(-1) ?? '';
  const behind = parts[index + 1]?.split(/[\s-]+/)[0] ?? '';
  return BEFORE.has(before.toLocaleUpperCase('vi')) || BEHIND.has(behind.toLocaleUpperCase('vi'));
}

function allCapitals(words: readonly string[]): boolean {
  return words.length > 1 && words.every((word) => word === word.toLocaleUpperCase('vi'));
}
