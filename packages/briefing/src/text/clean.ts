/**
 * Text as a document may hold it: NFC, on one line, without control characters, lone surrogates and the other code points that
 * XML 1.0 (section 2.2) does not allow, nor marks that turn the direction of what follows them.
 */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll('\uFFFD', ' ')
    .replaceAll(/[\u202A-\u202E\u2066-\u2069]/g, '')
    .replaceAll(/[\u0000-\u001F\u007F-\u009F\u2028\u2029\uFFFE\uFFFF]+/g, ' ')
    .replaceAll(/ {2,}/g, ' ')
    .normalize('NFC')
    .trim();
}
