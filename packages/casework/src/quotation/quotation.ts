/** The words of a text between single blanks, in lower case: how it was spaced, capitalised and punctuated does not matter. */
export function plainWords(text: string): string {
  const words = text
    .normalize('NFC')
    .toLocaleLowerCase('vi')
    .match(/[\p{L}\p{M}\p{N}]+/gu);
  return ` ${(words ?? []).join(' ')} `;
}

/** Whether a text says these words in this order; a quote without any word is in no text. */
export function holdsQuote(text: string, quote: string): boolean {
  const wanted = plainWords(quote).trim();
  return wanted !== '' && plainWords(text).includes(wanted);
}
