import { isLetter, isWordCharacter } from '../text/script.ts';

/** Offset at which a phrase that begins at `start` of a folded text ends (exclusive), or null. */
export type Phrase = (text: string, start: number) => number | null;

/**
 * A term with open words inside ("иностранн* инвести*") as it stands at one place of folded text. Lexicons have thousands, of
 * which a text meets a few: as regular expressions their letter classes alone take a second and a hundred megabytes.
 *
 * @param open whether the last word too may have any ending
 * @throws Error when the term begins with `*`: it would have to be tried everywhere
 */
export function createPhrase({ folded, open }: { readonly folded: string; readonly open: boolean }): Phrase {
  if (folded.startsWith('*')) throw new Error(`Từ điển: "${folded}" không được bắt đầu bằng dấu *.`);
  const [first = '', ...parts] = folded.split('*');
  return (text, start) => {
    if (start > 0 && isLetter(text.charAt(start - 1))) return null;
    if (!text.startsWith(first, start)) return null;
    return endOf(text, start + first.length, parts, open);
  };
}

/** What is left of a phrase after `from`: any ending of the word there, as long as the next part can follow, and so on. */
function endOf(text: string, from: number, [part, ...rest]: readonly string[], open: boolean): number | null {
  if (part === undefined) {
    const end = open ? runFrom(text, from, isLetter) : from;
    return end < text.length && isLetter(text.charAt(end)) ? null : end;
  }
  for (let at = runFrom(text, from, isWordCharacter); at >= from; at -= 1) {
    const end = text.startsWith(part, at) ? endOf(text, at + part.length, rest, open) : null;
    if (end !== null) return end;
  }
  return null;
}

/** End of a run of characters of one kind. */
function runFrom(text: string, from: number, is: (character: string) => boolean): number {
  let at = from;
  while (at < text.length && is(text.charAt(at))) at += 1;
  return at;
}
