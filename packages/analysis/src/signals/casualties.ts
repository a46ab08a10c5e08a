import { hasCue, type Proposition } from '../claims/proposition.ts';
import { hasMark } from '../lexicon/modality.ts';
import type { TermHit } from '../lexicon/terms.ts';
import type { ArticleView } from './article.ts';
import { isAbsent, isGone } from './polarity.ts';
import type { Difference } from './versions.ts';

/** The harm told is another than in the official telling: dead for injured, missing for rescued, all safe for some dead. */
export function casualtyDifference(told: Proposition, other: ArticleView): Difference | null {
  return harmDifference(told, other) ?? safetyDifference(told, other);
}

/** The dead or missing of one telling are the injured, or nobody, in the official one. */
function harmDifference(told: Proposition, other: ArticleView): Difference | null {
  const harmed = told.notions.find(({ id }) => id === 'death' || id === 'missing');
  if (harmed === undefined || isGone(told, harmed)) return null;
  const hits = other.sentences.flatMap((sentence) => sentence.notions.map((hit) => ({ sentence, hit })));
  const said = (ids: readonly string[], absent: boolean): Proposition | undefined =>
    hits.find(({ sentence, hit }) => ids.includes(hit.id) && isAbsent(sentence, hit) === absent)?.sentence;
  if (said([harmed.id], false) !== undefined) return null;
  const sentence =
    said(['death', 'injury', harmed.id], true) ??
    (harmed.id === 'death' ? said(['injury', 'hospital'], false) : undefined) ??
    other.sentences.find((one) => hasMark(one, 'all') && hasMark(one, 'unharmed') && !hasCue(one, 'negation')) ??
    fewerMissing(told, harmed, other);
  if (sentence === undefined) return null;
  return {
    sentence,
    why: `Bài nêu "${told.quote.slice(harmed.start, harmed.end)}", bản tin dẫn cơ quan chức năng không có: "${sentence.quote}".`,
    strength: 0.85,
  };
}

/** All are told to be well of whom the official telling had dead or missing: the dead do not return. */
function safetyDifference(told: Proposition, other: ArticleView): Difference | null {
  if (!hasMark(told, 'all') || !hasMark(told, 'unharmed') || hasCue(told, 'negation')) return null;
  const sentence = other.sentences.find(
    (one) =>
      one.notions.some((hit) => hit.id === 'death' && !isAbsent(one, hit)) &&
      one.figures.some(({ dimension }) => dimension === 'people'),
  );
  if (sentence === undefined) return null;
  return {
    sentence,
    why: `Bài nói tất cả đều an toàn, bản tin dẫn cơ quan chức năng có người chết: "${sentence.quote}".`,
    strength: 0.8,
  };
}

/** More dead than the official telling has missing. */
function fewerMissing(told: Proposition, dead: TermHit, other: ArticleView): Proposition | undefined {
  const counts = (sentence: Proposition): number[] =>
    sentence.figures.filter(({ dimension, share }) => dimension === 'people' && !share).map(({ value }) => value);
  const [count] = counts(told);
  if (dead.id !== 'death' || count === undefined) return undefined;
  return other.sentences.find(
    (sentence) =>
      sentence.notions.some(({ id }) => id === 'missing') &&
      counts(sentence).length > 0 &&
      hasCue(sentence, 'official-source') &&
      Math.min(...counts(sentence)) < count,
  );
}
