/**
 * Reads comma-separated values by RFC 4180: quoted cells may hold commas, line breaks and doubled quotes; a byte order mark
 * is dropped. A quote that never closes ends with the text.
 *
 * @returns one row of cells per record
 */
export function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)(?:"|$)|([^",\r\n]*))[^,\r\n]*(,|\r?\n|\r|$)/gy;
  const source = text.replace(/^\ufeff/, '');
  while (cell.lastIndex < source.length) {
    const match = cell.exec(source);
    if (match === null) break;
    row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === ',') continue;
    rows.push(row);
    row = [];
  }
  if (row.length > 0) rows.push([...row, '']);
  return rows;
}
