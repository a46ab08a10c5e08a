import { hasCue, type Proposition } from '../claims/proposition.ts';
import { notionOf } from '../lexicon/concepts.ts';
import { fold, toneForm } from '../text/fold.ts';
import { TRUTH } from './polarity.ts';

/** A stretch of a sentence between commas; `turned` where a word of negation stands in it. */
interface Clause {
  readonly start: number;
  readonly end: number;
  readonly turned: boolean;
}

export function clausesOf(sentence: Proposition): Clause[] {
  return [...sentence.quote.matchAll(/[^,;，；、。:：]+/gu)].map(({ index: start, 0: text }) => {
    const end = start + text.length;
    const turned = sentence.cues.some(
      (cue) => (cue.id === 'negation' || cue.id === 'none') && cue.start >= start && cue.start < end,
    );
    return { start, end, turned };
  });
}

/** Words that say nothing about the matter: of grammar, of office, of denial. */
const IDLE = new Set(
  'là và của các những cho tại trong với đã sẽ được không có này đó một chưa về tỉnh huyện xã thành phố phường ubnd ủy ban nhân dân thông tin đồn việc chuyện dấu hiệu sự thật sai đúng bịa đặt xuyên tạc chính xác hoàn toàn đây nào ở đến từ theo thì mà ra vào bị khi chủ trương hề ai năm tháng ngày'
    .split(' ')
    .map(toneForm),
);

/** Telling words of a stretch of Vietnamese with their tones, in order, without numbers and places (folded names). */
function wordsOf(text: string, places: ReadonlySet<string>): string[] {
  const words = (text.match(/[\p{L}\p{M}]+/gu) ?? []).map((word) => ({ toned: toneForm(word), bare: fold(word) }));
  const placed = new Set([...places].flatMap((place) => place.split(' ')));
  return words.filter(({ toned, bare }) => !IDLE.has(toned) && !placed.has(bare)).map(({ toned }) => toned);
}

const WORDS = 0.75;
/** Asked where the deed is not known to be told: the word that is missing may be the deed. */
const ALL_BUT_ONE = 0.88;
const PAIRS = 0.4;
const FEWEST = 3;

/**
 * How far Vietnamese sentence `told` says in the record's own words what `known` denies: words of the denied clause, or of the
 * whole sentence where it is called untrue. Null where fewer than three quarters of at least three words are told.
 */
export function deniedWordsTold(told: Proposition, known: Proposition, places: ReadonlySet<string>): number | null {
  if (told.language !== 'vi' || known.language !== 'vi') return null;
  const denied = hasCue(known, 'denial')
    ? [known.quote]
    : clausesOf(known)
        .filter(({ turned }) => turned)
        .map(({ start, end }) => known.quote.slice(start, end));
  const scores = denied.flatMap((clause) => shareTold(wordsOf(clause, places), wordsOf(told.quote, places)) ?? []);
  const share = Math.max(0, ...scores);
  return share >= (hasItsDeeds(told, known) ? WORDS : ALL_BUT_ONE) ? share : null;
}

/** Every deed that the lexicon finds in the denial is told, and there is one. */
function hasItsDeeds(told: Proposition, known: Proposition): boolean {
  const deeds = known.notions.filter(({ id }) => ['act', 'polar'].includes(notionOf(id).role) && !TRUTH.has(id));
  return deeds.length > 0 && deeds.every(({ id }) => told.notions.some((hit) => hit.id === id));
}

/**
 * Whether a clause of `told` negates, in the record's own words, what `known` affirms: "chưa ai nhận được tiền bồi thường"
 * against "toàn bộ đã nhận tiền bồi thường".
 */
export function affirmedWordsDenied(told: Proposition, known: Proposition, places: ReadonlySet<string>): boolean {
  if (told.language !== 'vi' || known.language !== 'vi' || hasCue(known, 'denial')) return false;
  const affirmed = clausesOf(known)
    .filter(({ turned }) => !turned)
    .map(({ start, end }) => wordsOf(known.quote.slice(start, end), places));
  return clausesOf(told)
    .filter(({ turned }) => turned)
    .map(({ start, end }) => wordsOf(told.quote.slice(start, end), places))
    .some((words) => affirmed.some((theirs) => (shareTold(words, theirs) ?? 0) >= SURE));
}

const SURE = 0.8;

/** Share of `words` that `theirs` has, if enough of them stand side by side in both. */
function shareTold(words: readonly string[], theirs: readonly string[]): number | null {
  if (new Set(words).size < FEWEST) return null;
  const single = new Set(theirs);
  const share = words.filter((word) => single.has(word)).length / words.length;
  const pairsOf = (list: readonly string[]): string[] => list.slice(1).map((word, at) => `${list[at]} ${word}`);
  const double = new Set(pairsOf(theirs));
  const pairs = pairsOf(words);
  const together = pairs.filter((pair) => double.has(pair)).length / pairs.length;
  return share >= WORDS && together >= PAIRS ? share : null;
}
