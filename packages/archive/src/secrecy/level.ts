/**
 * Degrees of secrecy of the Law on Protection of State Secrets (29/2018/QH14, Điều 8), in the usual English terms:
 * Mật is `confidential`, Tối mật is `secret`, Tuyệt mật is `top-secret`.
 */
export type SecrecyLevel = 'confidential' | 'secret' | 'top-secret';

/** How the words are written: with all marks, without some or all of them, or in the codes of old fonts (TCVN3, VNI). */
const MAT = '(?:M(?:[ẬÂA]|Ë|AÄ)T)';
const TOI = '(?:T(?:[ỐÔO]|È|OÁ)I)';
const TUYET = '(?:TUY(?:[ỆÊE]|Ö|EÄ)T)';

/** One degree as a regular expression's source, for text in capitals. */
export const LEVEL_PATTERN = `(?:${TUYET}\\s*${MAT}|${TOI}\\s*${MAT}|${MAT})`;

const TOP_SECRET = new RegExp(TUYET, 'u');
const SECRET = new RegExp(TOI, 'u');

/** The degree that a match of {@link LEVEL_PATTERN} names. */
export function levelOf(mark: string): SecrecyLevel {
  const capitals = mark.toLocaleUpperCase('vi').replace(/[^\p{L}]/gu, '');
  if (TOP_SECRET.test(capitals)) return 'top-secret';
  return SECRET.test(capitals) ? 'secret' : 'confidential';
}

/** True for "MAT" without any mark, which could also be another word; the two longer marks are plain enough. */
export function isBareMat(mark: string): boolean {
  return /^\s*M\s*A\s*T\s*$/i.test(mark);
}
