const IMAGE_NAME = /\.(?:jpe?g|png|webp|gif|avif)$/i;
/** What a server appends to the name of a picture that it made smaller: `-300x200`, `_640x`, `@2x`, `-scaled`. */
const SIZE = /(?:[-_]\d{2,4}x\d{0,4}|@\dx|-scaled)(?=\.\w+$)/i;

/**
 * By what the address of one picture is known again, whatever its size and the query after it. An address without the name of
 * an image keeps its query, which may name the picture.
 *
 * @example pictureKey('https://m.bao.vn/2026/03/cau-300x200.jpg?w=640') // 'm.bao.vn/2026/03/cau.jpg'
 */
export function pictureKey(address: string): string {
  const url = URL.parse(address);
  if (url === null) return address;
  const named = IMAGE_NAME.test(url.pathname);
  return `${url.host}${named ? url.pathname.replace(SIZE, '') : url.pathname + url.search}`;
}

const DATED =
  /(?<!\d)(20\d{2})(?:[/_-](0?[1-9]|1[0-2])(?:[/_-](0?[1-9]|[12]\d|3[01]))?(?!\d)|(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01]))/;

/**
 * The month or day that the path or the file name of a picture bears, which is when it was put there at the latest;
 * null where it bears none.
 *
 * @example pictureDate('https://m.bao.vn/2026/03/07/cau.jpg') // '2026-03-07'
 */
export function pictureDate(address: string): string | null {
  const path = URL.parse(address)?.pathname ?? '';
  const found = DATED.exec(path);
  if (found === null) return null;
  const [, year = '', month = found[4] ?? '', day = found[5]] = found;
  return [year, month.padStart(2, '0'), ...(day === undefined ? [] : [day.padStart(2, '0')])].join('-');
}
