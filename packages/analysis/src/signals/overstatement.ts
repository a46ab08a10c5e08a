import { hasCue, type Proposition } from '../claims/proposition.ts';
import { notionOf, weightOf } from '../lexicon/concepts.ts';
import { hasMark, type MarkId, marksIn } from '../lexicon/modality.ts';
import { isAbsent, isNegated } from './polarity.ts';
import { clauseAround } from './subject.ts';
import type { TitleMismatch } from './title.ts';

/**
 * A title that carries further what its body tells: as done what is unfinished or was refused, as a crime what was a
 * reminder, as a mass of dead what were a few.
 */
export function overstatement(headline: Proposition, body: readonly Proposition[]): TitleMismatch | null {
  return unsettledInBody(headline, body) ?? trifleInBody(headline, body) ?? fewInBody(headline, body);
}

function unsettledInBody(headline: Proposition, body: readonly Proposition[]): TitleMismatch | null {
  if (!hasMark(headline, 'done') || hasMark(headline, 'future', 'pending', 'refused')) return null;
  const open = body.find(
    (sentence) =>
      (!hasMark(sentence, 'done') || hasCue(sentence, 'negation')) &&
      hasMark(sentence, 'pending', 'refused') &&
      sharesMatter(headline, sentence),
  );
  const settled = body.some((sentence) => hasMark(sentence, 'done') && !hasMark(sentence, 'pending', 'refused'));
  const sentence = settled ? undefined : (open ?? body.find((one) => leavesNamedOpen(headline, one)));
  if (sentence === undefined) return null;
  return {
    sentence,
    why: `Tít nói như đã xong điều mà thân bài viết còn dở dang hoặc không được chấp thuận: "${sentence.quote}".`,
    strength: 0.8,
  };
}

/** One matter of weight, one name or one figure. */
function sharesMatter(headline: Proposition, sentence: Proposition): boolean {
  const matters = new Set(headline.notions.map(({ id }) => id));
  return (
    sentence.notions.some(({ id }) => matters.has(id) && weightOf(id) >= 0.5 && notionOf(id).role === 'topic') ||
    [...sentence.names].some((name) => headline.names.has(name)) ||
    sentence.figures.some(({ unit, value }) => headline.figures.some((own) => own.unit === unit && own.value === value))
  );
}

/** Of two things in one sentence, the one that the title names is the unfinished one. */
function leavesNamedOpen(headline: Proposition, sentence: Proposition): boolean {
  return marksIn(sentence)
    .filter(({ id }) => id === 'pending' || id === 'refused')
    .some((mark) => {
      const { start, end } = clauseAround(sentence, mark);
      const clause = sentence.quote.slice(start, end);
      return [...headline.names].some((name) => /\d$/.test(name) && clause.toLowerCase().includes(name));
    });
}

const CRIMES: ReadonlySet<string> = new Set(
  'scam-fraud embezzle bribe charge-prosecute arrest rob corruption sentence-jail rig-tender counterfeit smuggling misuse tourist-scam'.split(
    ' ',
  ),
);

function trifleInBody(headline: Proposition, body: readonly Proposition[]): TitleMismatch | null {
  if (!headline.notions.some(({ id }) => CRIMES.has(id)) && !hasMark(headline, 'reported')) return null;
  const trifle = body.find((sentence) => hasMark(sentence, 'minor'));
  const crime = body.some(
    (sentence) =>
      sentence !== trifle &&
      sentence.notions.some((hit) => CRIMES.has(hit.id) && !isAbsent(sentence, hit) && !isNegated(sentence, hit)),
  );
  if (trifle === undefined || crime) return null;
  return {
    sentence: trifle,
    why: `Tít nói tới tội phạm, thân bài viết cơ quan chức năng không thấy vi phạm đến mức ấy: "${trifle.quote}".`,
    strength: 0.8,
  };
}

/** The least that a title's words for many can mean. */
const MANY: readonly (readonly [MarkId, number])[] = [
  ['hundreds', 100],
  ['dozens', 20],
  ['mass', 5],
];
const HARMED = ['death', 'injury', 'missing'];

function fewInBody(headline: Proposition, body: readonly Proposition[]): TitleMismatch | null {
  const harm = headline.notions.find(({ id }) => HARMED.includes(id));
  if (harm === undefined) return null;
  // "Three dead, hundreds of homes swamped" counts the homes.
  const { start, end } = clauseAround(headline, harm);
  const marks = marksIn(headline).filter((mark) => mark.start >= start && mark.end <= end);
  const least = MANY.find(([many]) => marks.some(({ id }) => id === many))?.[1];
  if (least === undefined) return null;
  const counted = body.flatMap((sentence) =>
    sentence.notions.some(({ id }) => id === harm.id) && !hasCue(sentence, 'rumour')
      ? sentence.figures.filter(({ dimension }) => dimension === 'people').map(({ value }) => ({ sentence, value }))
      : [],
  );
  const few = counted.at(-1);
  const near = counted.filter(({ sentence }) => sentence === few?.sentence);
  if (few === undefined || nearest(few.sentence, harm.id) >= least / 2) return null;
  if (counted.some(({ sentence, value }) => !near.some((one) => one.sentence === sentence) && value >= least))
    return null;
  return {
    sentence: few.sentence,
    why: `Tít nói "${headline.quote.slice(harm.start, harm.end)}" nhiều người, thân bài chỉ có: "${few.sentence.quote}".`,
    strength: 0.85,
  };
}

/** The count of people that stands nearest to the word for their harm. */
function nearest(sentence: Proposition, id: string): number {
  const at = sentence.notions.find((hit) => hit.id === id)?.start ?? 0;
  const people = sentence.figures.filter(({ dimension }) => dimension === 'people');
  return people.sort((a, b) => Math.abs(a.start - at) - Math.abs(b.start - at))[0]?.value ?? Number.POSITIVE_INFINITY;
}
