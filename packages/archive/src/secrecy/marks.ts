import { isBareMat, LEVEL_PATTERN, levelOf, type SecrecyLevel } from './level.ts';

/** A mark as it stands on a document. */
export interface SecrecyMark {
  readonly level: SecrecyLevel;
  /** Where documents carry it: a stamp or heading by itself, "Độ mật: …", beside the number, or in the file's name. */
  readonly place: 'stamp' | 'label' | 'number' | 'file-name';
  /** The mark alone, never what stands around it, so that it may be logged. */
  readonly quote: string;
  /** Line of the text, from 1. */
  readonly line: number;
}

/** Lines at the head of a page where a stamp may share its line with something else, or lack its diacritics. */
const HEAD_LINES = 25;

/** A line longer than this is prose. */
const MAX_LINE = 300;

const EDGE = `[\\s"'“”‘’«»()\\[\\]{}<>*_=~|:;.,!•·–—+-]*`;
const whole = (inner: string, flags = 'u'): RegExp => new RegExp(`^${EDGE}(${inner})${EDGE}$`, flags);

const STAMP = whole(`${LEVEL_PATTERN}(?:[\\s*.,;/|·–—-]+${LEVEL_PATTERN})*`);
const TITLE_CASE_STAMP = whole('Tuyệt [Mm]ật|Tối [Mm]ật');
const KIND_STAMP = whole(`(?:TÀI LIỆU|VĂN BẢN|CÔNG VĂN|TAI LIEU|VAN BAN|CONG VAN)\\s+${LEVEL_PATTERN}`);
const LABEL = new RegExp(
  `^${EDGE}(?:MỨC\\s+|MUC\\s+)?(?:ĐỘ|DO)\\s+MẬ?A?T\\s*[:：=–-]\\s*[("“\\[]?\\s*(${LEVEL_PATTERN})(?![\\p{L}\\p{N}])`,
  'u',
);
const NUMBER_LINE = /^\s*Số(?:\s*:|\s+\d)/u;
const AFTER_NUMBER = new RegExp(`[\\s(\\[–-]+(${LEVEL_PATTERN})[)\\]\\s.*]*$`, 'u');
const IN_BRACKETS = new RegExp(`[(\\[]\\s*(${LEVEL_PATTERN})\\s*[)\\]]\\s*$`, 'u');
const BEFORE_DATE = new RegExp(`^\\s*(${LEVEL_PATTERN})\\s+\\p{Lu}[^,]{1,60},\\s*ngày\\s`, 'u');

/**
 * Finds marks of secrecy as they stand on documents: a stamp or heading on a line of its own ("MẬT", "T U Y Ệ T  M Ậ T"),
 * a label ("Độ mật: Tối mật"), a mark beside the number of the document or before its place and date. Read with and without
 * diacritics, decomposed, spaced out, and in the codes of TCVN3 and VNI fonts. The words in running text are no mark:
 * "tài liệu mật", "MẬT ONG RỪNG", "đóng dấu TUYỆT MẬT" pass.
 *
 * @param text lines as the reader sees them; pages divided by form feeds, where there are any
 * @returns every mark in order; empty when there is none
 */
export function findSecrecyMarks(text: string): readonly SecrecyMark[] {
  const marks: SecrecyMark[] = [];
  let line = 0;
  for (const page of plain(text).split('\f')) {
    let written = 0;
    for (const content of page.split('\n')) {
      line += 1;
      if (content.trim() !== '') written += 1;
      const found = markIn(content, written <= HEAD_LINES);
      if (found !== null) marks.push({ ...found, line });
    }
    // The form feed ended a line of the text as a reader counts it.
    line -= page.endsWith('\n') ? 1 : 0;
  }
  return marks;
}

/** Characters that are not seen, and line ends, brought to one form. */
function plain(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029\v]/g, '\n')
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/[\u00a0\u2000-\u200a\u202f\u3000]/g, ' ');
}

type Found = Omit<SecrecyMark, 'line'>;

function markIn(line: string, inHead: boolean): Found | null {
  if (line.length > MAX_LINE || line.trim() === '') return null;
  const spelled = spelledOut(line);
  const alone = stampIn(spelled, inHead);
  if (alone !== null) return alone;
  const label = LABEL.exec(spelled.toLocaleUpperCase('vi'));
  if (label?.[1] !== undefined) return found('label', label[1]);
  const number = numberMark(spelled);
  if (number !== null) return number;
  if (!inHead) return null;
  const dated = BEFORE_DATE.exec(spelled);
  if (dated?.[1] !== undefined) return found('stamp', dated[1]);
  return (
    cellsOf(line)
      .map((cell) => stampIn(spelledOut(cell), true))
      .find((cell) => cell !== null) ?? null
  );
}

/** A line that holds nothing but a mark. */
function stampIn(line: string, inHead: boolean): Found | null {
  const mark = (STAMP.exec(line) ?? KIND_STAMP.exec(line))?.[1];
  if (mark !== undefined) return !isBareMat(mark) || inHead ? found('stamp', mark) : null;
  const titled = inHead ? TITLE_CASE_STAMP.exec(line)?.[1] : undefined;
  return titled === undefined ? null : found('stamp', titled);
}

function numberMark(line: string): Found | null {
  if (!NUMBER_LINE.test(line)) return null;
  const mark = AFTER_NUMBER.exec(line)?.[1] ?? IN_BRACKETS.exec(line.toLocaleUpperCase('vi'))?.[1];
  return mark === undefined ? null : found('number', mark);
}

/** The cells of a table's row or the columns of a document's head, when there is more than one. */
function cellsOf(line: string): readonly string[] {
  const cells = line.split(/\t+| {2,}|\|/).filter((cell) => cell.trim() !== '');
  return cells.length > 1 ? cells : [];
}

/** Joins letters that were spaced out for display: "M Ậ T", "T.Ố.I  M.Ậ.T". */
function spelledOut(line: string): string {
  return line.replace(SPACED_RUN, (run) => run.replace(/[^\p{L}]/gu, ''));
}

/** Three or more single letters with a space, dot or hyphen between each two. */
const SPACED_RUN = /(?<![\p{L}\p{N}])\p{L}(?:[ .·*_-]{1,4}\p{L}){2,}(?![\p{L}\p{N}])/gu;

function found(place: SecrecyMark['place'], mark: string): Found {
  return { place, level: levelOf(mark), quote: mark.trim() };
}
