import { hasCue, type Proposition } from '../claims/proposition.ts';
import { notionOf, SETTING, weightOf } from '../lexicon/concepts.ts';
import { findWords, isGenericWord, oppositeWordOf } from '../lexicon/glossary.ts';
import type { TermHit } from '../lexicon/terms.ts';
import { HAPPENINGS, isAbsent, isNegated, TRUTH } from '../signals/polarity.ts';
import { fold, toneForm } from '../text/fold.ts';

/** One thing that a sentence names, in a form that does not depend on its language. */
export interface Word {
  /** `n:` a notion, `g:` a word of the glossary, `p:` a place, `=` a name, `@` a day, `w:` a Vietnamese syllable known to neither. */
  readonly key: string;
  readonly weight: number;
  /** Done or happening, as against what it is done to. */
  readonly deed: boolean;
  readonly opposite: string | null;
  /** Told as so somewhere in the sentence. */
  readonly plain: boolean;
  /** Told as not so: negated, absent, or called untrue. */
  readonly turned: boolean;
  readonly start: number;
  readonly end: number;
}

export type Words = ReadonlyMap<string, Word>;

const WEIGHTS = { glossary: 0.8, generic: 0.2, place: 0.7, name: 0.7, day: 0.7, syllable: 0.3 } as const;
/** What a setting (a beach, tourists) weighs of its notion's weight. */
const SETTING_SHARE = 0.5;
/** What a second notion of one and the same word weighs of its own: dengue is a disease. */
const REPEATED_SHARE = 0.25;

/** Syllables that say nothing about the matter: of grammar, of office, of denial. */
const IDLE = new Set(
  'là và của các những cho tại trong với đã sẽ được không có này đó một chưa về tỉnh huyện xã thành phố phường ubnd ủy ban nhân dân thông tin đồn việc chuyện dấu hiệu sự thật sai đúng bịa đặt xuyên tạc chính xác hoàn toàn đây nào ở đến từ theo thì mà ra vào bị khi chủ trương hề ai năm tháng ngày như trên dưới do vì cũng còn vẫn nên nhưng hay hoặc để qua lại rồi nữa người cả mọi mỗi ông bà'
    .split(' ')
    .map(toneForm),
);

const read = new WeakMap<Proposition, Words>();

/**
 * What a sentence names. Syllables count between Vietnamese sentences alone.
 *
 * @param places folded names of the places that the sentence is about
 */
export function wordsOf(sentence: Proposition, places: ReadonlySet<string>): Words {
  const known = read.get(sentence);
  if (known !== undefined) return known;
  const words = readWords(sentence, places);
  read.set(sentence, words);
  return words;
}

function readWords(sentence: Proposition, places: ReadonlySet<string>): Words {
  const words = new Map<string, Word>();
  const denying = hasCue(sentence, 'denial');
  const add = (hit: TermHit, word: Pick<Word, 'key' | 'weight'> & Partial<Word>): void => {
    const turned = (isNegated(sentence, hit) || isAbsent(sentence, hit)) !== denying;
    const { start, end } = hit;
    const before = words.get(word.key);
    words.set(word.key, {
      deed: false,
      opposite: null,
      start,
      end,
      ...word,
      plain: !turned || before?.plain === true,
      turned: turned || before?.turned === true,
    });
  };
  const hits = [...addNotions(sentence, add), ...addGlossary(sentence, add)];
  const nowhere = { id: '', start: 0, end: 0 };
  for (const place of places) add(nowhere, { key: `p:${place}`, weight: WEIGHTS.place });
  for (const name of sentence.names) {
    const isPlace = [...places].some((place) => name.includes(place) || place.includes(name));
    if (!isPlace) add(nowhere, { key: `=${name}`, weight: WEIGHTS.name });
  }
  for (const { kind, from } of sentence.periods)
    if (kind === 'day') add(nowhere, { key: `@${from}`, weight: WEIGHTS.day });
  if (sentence.language === 'vi') addSyllables(sentence, hits, places, add);
  return words;
}

type Add = (hit: TermHit, word: Pick<Word, 'key' | 'weight'> & Partial<Word>) => void;

function addNotions({ notions }: Proposition, add: Add): readonly TermHit[] {
  for (const [at, hit] of notions.entries()) {
    if (TRUTH.has(hit.id)) continue;
    const { role, opposite } = notionOf(hit.id);
    const repeated = notions.slice(0, at).some(({ start, end }) => start === hit.start && end === hit.end);
    add(hit, {
      key: `n:${hit.id}`,
      weight: weightOf(hit.id) * (SETTING.has(hit.id) ? SETTING_SHARE : 1) * (repeated ? REPEATED_SHARE : 1),
      deed: role === 'act' || role === 'polar' || HAPPENINGS.has(hit.id),
      opposite: opposite === undefined ? null : `n:${opposite}`,
    });
  }
  return notions;
}

function addGlossary({ quote, language, notions }: Proposition, add: Add): TermHit[] {
  const hits = findWords(quote, language).filter(
    (hit) => !notions.some(({ start, end }) => start <= hit.start && end >= hit.end),
  );
  for (const hit of hits) {
    const opposite = oppositeWordOf(hit.id);
    add(hit, {
      key: `g:${hit.id}`,
      weight: isGenericWord(hit.id) ? WEIGHTS.generic : WEIGHTS.glossary,
      deed: opposite !== null,
      opposite: opposite === null ? null : `g:${opposite}`,
    });
  }
  return hits;
}

function addSyllables({ quote }: Proposition, hits: readonly TermHit[], places: ReadonlySet<string>, add: Add): void {
  const placed = new Set([...places].flatMap((place) => place.split(' ')));
  for (const { index: start, 0: syllable } of quote.matchAll(/[\p{L}\p{M}]+/gu)) {
    const end = start + syllable.length;
    const toned = toneForm(syllable);
    if (IDLE.has(toned) || placed.has(fold(syllable))) continue;
    if (hits.some((hit) => hit.start <= start && hit.end >= end)) continue;
    add({ id: '', start, end }, { key: `w:${toned}`, weight: WEIGHTS.syllable });
  }
}

/** Sum of the weights of words. */
export function weigh(words: Iterable<Word>): number {
  let sum = 0;
  for (const { weight } of words) sum += weight;
  return sum;
}

/** Whether a word tells of the matter itself, not of its place, its day or a name. */
export function isMatter({ key }: Word): boolean {
  return !/^[p=@]/.test(key);
}
