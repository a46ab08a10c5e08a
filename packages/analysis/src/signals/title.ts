import { hasCue, type Proposition } from '../claims/proposition.ts';
import { notionOf, weightOf } from '../lexicon/concepts.ts';
import { hasMark, type MarkId, marksIn } from '../lexicon/modality.ts';
import { contentWords, likenessOf } from './likeness.ts';
import { overstatement } from './overstatement.ts';
import { HAPPENINGS, isDenying, isGone, TRUTH } from './polarity.ts';
import { clauseAround } from './subject.ts';

/** A sentence of the body against which a title cannot stand. */
export interface TitleMismatch {
  readonly sentence: Proposition;
  readonly why: string;
  readonly strength: number;
}

/**
 * A title that says more than its body, without a figure: a mishap that the body says did not happen, as fact what the body
 * denies, a fall of what rose, all of what the body gives as a part. A title that hedges, quotes, asks or denies asserts none.
 */
export function titleMismatch(headline: Proposition, body: readonly Proposition[]): TitleMismatch | null {
  if (!assertsPlainly(headline)) return null;
  return (
    absentInBody(headline, body) ??
    deniedInBody(headline, body) ??
    turnedInBody(headline, body) ??
    thrivesInBody(headline, body) ??
    partInBody(headline, body) ??
    overstatement(headline, body)
  );
}

function assertsPlainly(headline: Proposition): boolean {
  if (/["“”«»「」『』‘’]|[?？][\s)）]*$/u.test(headline.quote)) return false;
  return !hasCue(headline, 'negation', 'none', 'denial', 'rumour', 'opinion') && !hasMark(headline, 'hedge');
}

/** Told as having happened: not denied, not a rumour, not merely feared. */
function tellsAsFact(sentence: Proposition): boolean {
  return !hasCue(sentence, 'denial', 'rumour', 'vague-source') && !hasMark(sentence, 'hedge');
}

function absentInBody(headline: Proposition, body: readonly Proposition[]): TitleMismatch | null {
  for (const { id, start, end } of headline.notions) {
    if (!HAPPENINGS.has(id)) continue;
    // Where nobody was hurt nobody died.
    const kinds = id === 'death' ? ['death', 'injury'] : [id];
    const told = body.flatMap((sentence) =>
      sentence.notions
        .filter((hit) => kinds.includes(hit.id))
        .map((hit) => ({ sentence, own: hit.id === id, gone: isGone(sentence, hit) })),
    );
    const absent = told.find(({ gone }) => gone)?.sentence;
    const happened = absent?.notions.some((hit) => hit.id === id && !isGone(absent, hit)) ?? false;
    if (
      absent === undefined ||
      (happened && !told.some(({ own, gone }) => own && gone)) ||
      told.some(({ sentence, gone }) => !gone && tellsAsFact(sentence) && sentence !== absent)
    )
      continue;
    return {
      sentence: absent,
      why: `Tít nói "${headline.quote.slice(start, end)}" nhưng thân bài viết không có: "${absent.quote}".`,
      strength: 0.85,
    };
  }
  return null;
}

/** Share of common words (one language) at which two sentences tell one thing. */
const ALIKE = 0.75;

function deniedInBody(headline: Proposition, body: readonly Proposition[]): TitleMismatch | null {
  // "Paid as usual" is what a denied rumour of unpaid wages comes down to.
  if (hasMark(headline, 'as-before')) return null;
  const denial = body.find(
    (sentence, at) =>
      (hasCue(sentence, 'denial') && sharesDeed(headline, sentence) && !affirmedBeside(headline, sentence)) ||
      isDenialOf(headline, sentence, body[at - 1]),
  );
  if (denial === undefined) return null;
  if (body.some((sentence) => sentence !== denial && tellsAsFact(sentence) && affirms(headline, sentence))) return null;
  return {
    sentence: denial,
    why: `Tít nói như có thật điều mà thân bài dẫn lời bác bỏ: "${denial.quote}".`,
    strength: 0.85,
  };
}

/** The title's words stand in another clause than the denial: "... đã thông quan, đồng thời bác tin hàng bị trả về". */
function affirmedBeside(headline: Proposition, { quote, cues }: Proposition): boolean {
  const title = contentWords(headline.quote);
  const shares = { denied: 0, beside: 0 };
  for (const clause of quote.matchAll(/[^,;]+/gu)) {
    const end = clause.index + clause[0].length;
    const denies = cues.some(({ id, start }) => id === 'denial' && start >= clause.index && start < end);
    const shared = [...contentWords(clause[0])].filter((word) => title.has(word)).length;
    const side = denies ? 'denied' : 'beside';
    shares[side] = Math.max(shares[side], shared);
  }
  return shares.beside > shares.denied && shares.beside >= 2;
}

/** A sentence that denies, on official word, the rumour of the sentence before it, which is the title's matter. */
function isDenialOf(headline: Proposition, sentence: Proposition, before: Proposition | undefined): boolean {
  if (before === undefined || !hasCue(sentence, 'denial') || !hasCue(sentence, 'official-source')) return false;
  if (!hasCue(before, 'rumour', 'vague-source')) return false;
  return sharesDeed(headline, before) || likenessOf(before, headline).words >= ALIKE;
}

/** Another matter of weight and the deed of the title are both found, or nearly all of its words. */
function sharesDeed(headline: Proposition, sentence: Proposition): boolean {
  const deeds = headline.notions.filter(({ id }) => ['act', 'polar'].includes(notionOf(id).role) && !TRUTH.has(id));
  const shared = deeds.some(({ id }) => sentence.notions.some((hit) => hit.id === id));
  const likeness = likenessOf(headline, sentence, TRUTH);
  return (shared && likeness.notions >= 1) || likeness.words >= ALIKE;
}

function affirms(headline: Proposition, sentence: Proposition): boolean {
  return !hasCue(sentence, 'negation', 'none') && !isDenying(sentence) && sharesDeed(headline, sentence);
}

/** Matters that two sentences share and that can rise, fall or be counted. */
function sharesTopic(headline: Proposition, sentence: Proposition): boolean {
  const mine = new Set(headline.notions.map(({ id }) => id));
  return sentence.notions.some(({ id }) => {
    const { role, group, opposite } = notionOf(id);
    if (opposite !== undefined) return false;
    return mine.has(id) && group !== 'country' && (role === 'measure' || (weightOf(id) >= 0.5 && role !== 'qualifier'));
  });
}

function turnedInBody(headline: Proposition, body: readonly Proposition[]): TitleMismatch | null {
  const falls = hasMark(headline, 'fall');
  if (falls === hasMark(headline, 'rise')) return null;
  const [own, other] = falls ? (['fall', 'rise'] as const) : (['rise', 'fall'] as const);
  const same = body.filter((sentence) => sharesTopic(headline, sentence));
  if (same.some((sentence) => hasMark(sentence, own))) return null;
  const rival = same.find((sentence) => movesByFigure(sentence, other));
  if (rival === undefined || body.some((sentence) => sentence !== rival && hasMark(sentence, own))) return null;
  return {
    sentence: rival,
    why: `Tít nói ${falls ? 'giảm' : 'tăng'} nhưng thân bài viết ngược lại: "${rival.quote}".`,
    strength: 0.8,
  };
}

/**
 * A downfall in the title ("tê liệt", "in freefall") of what the body, on figures or official word, shows in good order; one
 * bad word in the body and the title may have its reasons.
 */
function thrivesInBody(headline: Proposition, body: readonly Proposition[]): TitleMismatch | null {
  if (!hasMark(headline, 'downfall') || hasMark(headline, 'rise', 'thriving')) return null;
  if (body.some((sentence) => hasMark(sentence, 'fall', 'downfall') || hasCue(sentence, 'negative', 'denial')))
    return null;
  const rival = body.find(
    (sentence) =>
      (hasMark(sentence, 'rise', 'thriving') || meetsPlan(sentence)) &&
      (sentence.figures.some(({ dimension }) => dimension !== null) || hasCue(sentence, 'official-source')) &&
      likenessOf(headline, sentence).shared >= SAME_MATTER,
  );
  if (rival === undefined) return null;
  return {
    sentence: rival,
    why: `Tít nói suy sụp nhưng thân bài cho thấy điều ngược lại: "${rival.quote}".`,
    strength: 0.8,
  };
}

/** More than half of a plan done is no standstill. */
function meetsPlan({ figures, notions }: Proposition): boolean {
  return (
    figures.some(({ percent, value }) => percent && value >= 50) &&
    notions.some(({ id }) => notionOf(id).group === 'plan')
  );
}

/** One matter of weight, or one name. */
const SAME_MATTER = 0.8;

/** A figure with a unit stands in one clause with the word for its direction. */
function movesByFigure(sentence: Proposition, direction: MarkId): boolean {
  const marks = marksIn(sentence).filter(({ id }) => id === direction);
  return sentence.figures.some((figure) => {
    const { start, end } = clauseAround(sentence, figure);
    return figure.dimension !== null && marks.some((mark) => mark.start >= start - SIDE && mark.end <= end + SIDE);
  });
}

/** "cao nhất từ trước tới nay" may follow its figure after a comma. */
const SIDE = 12;

const COUNTED =
  /(?<![\p{L}\d])(\d{1,9}|\p{L}{1,20}) (?:of the|of its|of their|trong số|trong tổng số|des|из) (\d{1,9})/iu;

/** "Two of the 40", or words for a part. */
function isPart(sentence: Proposition): boolean {
  const [, part = '', whole = ''] = COUNTED.exec(sentence.quote) ?? [];
  const few = /^(?:one|two|three|four|five|một|hai|ba|bốn|năm|deux|trois|один|два|две|три)$/iu.test(part);
  if (whole !== '' && (few || Number(part) < Number(whole) / 2) && Number(whole) >= 10) return true;
  return hasMark(sentence, 'some');
}

function partInBody(headline: Proposition, body: readonly Proposition[]): TitleMismatch | null {
  if (!hasMark(headline, 'all')) return null;
  const same = body.filter((sentence) => sharesTopic(headline, sentence));
  const part = same.find((sentence) => isPart(sentence) && !hasMark(sentence, 'all'));
  if (part === undefined || body.some((sentence) => hasMark(sentence, 'all'))) return null;
  return {
    sentence: part,
    why: `Tít nói tất cả, thân bài chỉ nói một phần: "${part.quote}".`,
    strength: 0.8,
  };
}
