import { toneForm } from '../text/fold.ts';

/** A word or number of a text with its place; `form` is what is compared. */
export interface Token {
  readonly form: string;
  readonly start: number;
  readonly end: number;
  readonly number: number | null;
  /** Capitalised inside a sentence, so part of a name. */
  readonly name: boolean;
  readonly stop: boolean;
}

const TOKEN = /\d+(?:[.,]\d+)*%?|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{M}]+/gu;

const STOP = new Set(
  'là và của các những cho tại trong với một này đó thì mà ở do từ về theo trên ra vào đến khi để như cũng đã đang sẽ được bị có ông bà anh chị cùng vì nên cả lại hay hoặc nhưng nếu thế vậy rằng the a an of in on at to for by with is are was were be been and that it as from le la les de des du et un une en'
    .split(' ')
    .map(toneForm),
);

/** Words and numbers of a text; Vietnamese by syllable, Han and kana by character. */
export function tokenize(text: string): Token[] {
  return [...text.matchAll(TOKEN)].map((match, index, all) => {
    const [written] = match;
    const form = toneForm(written);
    const digits = /^\d/.test(written) ? readNumber(written) : null;
    const start = match.index;
    return {
      form: digits === null ? form : String(digits),
      start,
      end: start + written.length,
      number: digits,
      name: /^\p{Lu}/u.test(written) && index > 0 && !endsSentence(text, all[index - 1], start),
      stop: STOP.has(form),
    };
  });
}

function endsSentence(text: string, before: RegExpExecArray | undefined, start: number): boolean {
  return before === undefined || /[.!?:"“\n]/.test(text.slice(before.index + before[0].length, start));
}

/** Thousands groups are joined, a decimal comma is a point; "30.000" and "30000" are one number. */
function readNumber(written: string): number {
  const bare = written.replace('%', '');
  if (/^\d{1,3}(?:[.,]\d{3})+$/.test(bare)) return Number(bare.replaceAll(/[.,]/g, ''));
  return Number(bare.replace(',', '.').replaceAll(/\.(?=.*\.)/g, ''));
}
