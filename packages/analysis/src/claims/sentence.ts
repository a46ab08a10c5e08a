/** A sentence of a text: offsets into it, end exclusive, without surrounding space. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

const ABBREVIATION =
  /(?:^|[\s(])(?:tp|ts|ths|gs|pgs|q|p|tx|mr|mrs|ms|dr|prof|st|no|inc|ltd|co|corp|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec|vs|approx|u\.s|u\.k|m|mme|мес|тыс|млн|млрд|г|гг|руб|долл|им|т|д|ул|стр|см|кв|проц|п|чел|[A-ZĐА-Я])$/iu;

/** Splits text into sentences at full stops of all watched scripts and at line ends; "TP.", "No." and "1.200" do not end one. */
export function splitSentences(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (!endsSentence(text, at)) continue;
    let end = at + 1;
    while (/["'”’»」』）)\]]/.test(text.charAt(end)) && end < text.length) end += 1;
    push(sentences, text, from, end);
    from = end;
    at = end - 1;
  }
  push(sentences, text, from, text.length);
  return sentences;
}

function endsSentence(text: string, at: number): boolean {
  const unit = text.charAt(at);
  if (unit === '\n' || /[。！？]/.test(unit)) return true;
  if (!/[.!?…;]/.test(unit)) return false;
  const next = text.charAt(at + 1);
  if (next !== '' && !/[\s"'”’»)\]]/.test(next)) return false;
  if (unit !== '.') return true;
  const before = text.slice(Math.max(0, at - 8), at);
  if (!ABBREVIATION.test(before)) return true;
  return /^\.\s+\p{Lu}/u.test(text.slice(at, at + 4)) && /\b(?:г|гг|проц|чел|т|руб|долл)$/u.test(before);
}

function push(sentences: Sentence[], text: string, from: number, to: number): void {
  const raw = text.slice(from, to);
  const quote = raw.trim();
  if (!/[\p{L}\p{N}]/u.test(quote)) return;
  const start = from + raw.indexOf(quote);
  sentences.push({ start, end: start + quote.length, quote });
}
