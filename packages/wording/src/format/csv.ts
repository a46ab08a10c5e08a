/** What spreadsheet programs read as the start of a formula, in the widths that East Asian versions take. */
const FORMULA = '=+\\-@＝＋－＠';
const AT_START = new RegExp(`^[\\s\\0]*[${FORMULA}]|^[\\t\\r\\n]`);
/** Where semicolons, tabs or lines separate cells, quotes in the middle of a cell hold nothing together. */
const AFTER_SEPARATOR = new RegExp(`([;\\t\\r\\n|])(?=[ "']{0,8}[${FORMULA}])`, 'g');

/**
 * A text as one cell of CSV (RFC 4180). What a spreadsheet program would run as a formula gets an apostrophe in front, also
 * where a program splits the line by another character than the comma; figures are no texts and are written as they are.
 */
export function csvText(text: string): string {
  const safe = text.replace(AFTER_SEPARATOR, "$1'").replace(AT_START, "'$&");
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
