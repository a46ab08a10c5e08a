import type { Proposition } from '../claims/proposition.ts';
import { findNotions } from '../lexicon/concepts.ts';
import { hasDiacritics, toneForm } from '../text/fold.ts';
import type { ArticleView } from './article.ts';

/** Words in which indicators are put whatever they count. */
const FORM = new Set(
  'số tỷ lệ tổng lượng mức giá trị diện tích sản năm tỉnh do theo bình quân người vụ ca lượt toàn địa bàn vốn hiện có còn bị được trên khi xã huyện thành phố kết quả trường hợp phẩm hàng mặt khối đơn đến tham thu chi tiến độ tình hình hoạt động công việc mới khách các nhà dự kiến và của tại trong ở cho với'
    .split(' ')
    .map(toneForm),
);

/** Words of Vietnamese text with their tones. */
function words(text: string): Set<string> {
  return new Set((text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).map(toneForm));
}

/** What an indicator is called, for comparison with text in its own language. */
export interface IndicatorWords {
  readonly all: ReadonlySet<string>;
  /** Words that no notion of the lexicon explains: "hữu cơ" in "diện tích chè hữu cơ". */
  readonly unexplained: ReadonlySet<string>;
}

/** Words of a Vietnamese indicator; an English slug has none. */
export function wordsOfIndicator(indicator: string): IndicatorWords {
  if (!hasDiacritics(indicator)) return { all: new Set(), unexplained: new Set() };
  let rest = indicator;
  for (const { start, end } of findNotions(indicator, 'vi')) {
    rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end);
  }
  const telling = (text: string): Set<string> => new Set([...words(text)].filter((word) => !FORM.has(word)));
  return { all: telling(indicator), unexplained: telling(rest) };
}

function coverage(wanted: ReadonlySet<string>, text: string): number {
  const mine = words(text);
  return [...wanted].filter((word) => mine.has(word)).length / wanted.size;
}

const UNEXPLAINED = 0.5;

/** A Vietnamese article lacks what sets the indicator apart from its neighbours: another fund, other tea. */
export function lacksIndicator(indicator: IndicatorWords, article: ArticleView, told: Proposition): boolean {
  if (told.language !== 'vi' || indicator.unexplained.size < 2) return false;
  return coverage(indicator.unexplained, `${article.item.title} ${article.item.text}`) <= UNEXPLAINED;
}

const NAMED = 0.75;
const NAMED_WORDS = 3;

/** A Vietnamese sentence names the indicator in its own words, of which the lexicon may know none. */
export function namesIndicator(indicator: IndicatorWords, article: ArticleView, told: Proposition): boolean {
  if (told.language !== 'vi' || indicator.all.size < NAMED_WORDS) return false;
  return coverage(indicator.all, `${article.item.title} ${told.quote}`) >= NAMED;
}

const OF_OFFICES_AND_MONEY = /^(?:UBND|HĐND|USD|VND|EUR|TP|TTBC|BC|II|III|IV|VI)$/;

/** Abbreviations that both sentences have, whatever their languages: LED, OCOP, FDI. */
export function sharesAbbreviation(told: Proposition, known: Proposition): boolean {
  const found = (quote: string): string[] =>
    (quote.match(/(?<![\p{L}\p{N}])[A-Z][A-Z0-9-]{1,7}(?![\p{L}])/gu) ?? []).filter(
      (one) => !OF_OFFICES_AND_MONEY.test(one),
    );
  const theirs = new Set(found(known.quote));
  return found(told.quote).some((one) => theirs.has(one));
}
