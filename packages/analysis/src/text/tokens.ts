import { isSpaced, scriptOf } from './script.ts';

/** A word of folded text with its folded offsets. */
export interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const RUN = /[\p{L}\p{M}\p{N}']+/gu;

/**
 * Words of folded text. Scripts that write words apart give their words; Chinese, Japanese, Thai, Lao and Khmer give
 * overlapping pieces of two (Han, kana) or four characters, which serve comparison without a dictionary.
 */
export function tokenize(folded: string): Token[] {
  const tokens: Token[] = [];
  for (const match of folded.matchAll(RUN)) splitRun(match[0], match.index, tokens);
  return tokens;
}

function splitRun(run: string, offset: number, into: Token[]): void {
  let from = 0;
  while (from < run.length) {
    const kind = pieceKind(run.charAt(from));
    let to = from + 1;
    while (to < run.length && pieceKind(run.charAt(to)) === kind) to += 1;
    addPieces(run.slice(from, to), offset + from, kind, into);
    from = to;
  }
}

type PieceKind = 0 | 2 | 4;

function pieceKind(character: string): PieceKind {
  const code = character.charCodeAt(0);
  if (code < 0x0e00) return 0;
  if ((code >= 0x0e00 && code < 0x0f00) || (code >= 0x1780 && code < 0x1800)) return 4;
  const script = scriptOf(character);
  return script === 'han' || script === 'kana' || !isSpaced(script) ? 2 : 0;
}

function addPieces(run: string, offset: number, kind: PieceKind, into: Token[]): void {
  if (kind === 0 || run.length <= kind) {
    into.push({ text: run, start: offset, end: offset + run.length });
    return;
  }
  for (let at = 0; at + kind <= run.length; at += 1) {
    into.push({ text: run.slice(at, at + kind), start: offset + at, end: offset + at + kind });
  }
}

/** Crude stem of a word for comparison: Cyrillic and long Latin words are cut to their first letters, possessives dropped. */
export function stem(word: string): string {
  const bare = word.replace(/'s?$|^'+/, '');
  const cyrillic = /^[\u0400-\u04ff]/.test(bare);
  if (cyrillic) return bare.length > 5 ? bare.slice(0, 5) : bare;
  if (/^[a-z]{5,}$/.test(bare)) return bare.replace(/(?:ing|edly|ed|es|s|ly)$/, '').slice(0, 6);
  return bare;
}
