import type { Signal } from '@lamro/domain';
import { hasCue, type Proposition } from '../claims/proposition.ts';
import { compareFigures } from '../figures/compare.ts';
import type { Figure } from '../figures/figure.ts';
import { notionOf } from '../lexicon/concepts.ts';
import type { TermHit } from '../lexicon/terms.ts';
import type { ArticleView } from './article.ts';
import { type FigurePair, isOfOtherMagnitude, standsInRecord } from './figure.ts';
import { likenessOf } from './likeness.ts';
import { isNegated } from './polarity.ts';
import { clauseAround, contextOf, isChange } from './subject.ts';
import { type TitleMismatch, titleMismatch } from './title.ts';

/**
 * `headline-body-mismatch`: the headline states a figure that the body gives differently for the same thing and nowhere as
 * stated, takes the opposite pole of the body, or says more than it (`titleMismatch`). The evidence is the body's own sentence.
 */
export function headlineSignals(article: ArticleView, pairs: readonly FigurePair[]): Signal[] {
  const headlines = article.sentences.filter(({ headline, quote }) => headline && !isQuestion(quote));
  const body = article.sentences.filter(({ headline }) => !headline);
  return headlines.flatMap((headline) => {
    const mismatch =
      figureMismatch(headline, body, pairs) ??
      recordMismatch(headline, body, pairs) ??
      poleMismatch(headline, body) ??
      repeatingRecord(titleMismatch(headline, body), pairs);
    if (mismatch === null) return [];
    return [
      {
        kind: 'headline-body-mismatch' as const,
        quote: headline.quote,
        start: headline.start,
        end: headline.end,
        evidence: { ...mismatch.record, articleId: article.item.id, quote: mismatch.sentence.quote },
        why: mismatch.why,
        strength: mismatch.strength,
      },
    ];
  });
}

/** A body that repeats a record right makes that record the evidence. */
function repeatingRecord(mismatch: TitleMismatch | null, pairs: readonly FigurePair[]): Mismatch | null {
  const right = pairs.find(
    ({ proposition, agrees, expired }) => agrees && !expired && proposition === mismatch?.sentence,
  );
  return mismatch === null || right === undefined
    ? mismatch
    : { ...mismatch, record: { recordId: right.view.record.id } };
}

/** A question asserts nothing. */
function isQuestion(quote: string): boolean {
  return /[?？][\s"'”’»」）)]*$/.test(quote);
}

interface Mismatch {
  readonly sentence: Proposition;
  readonly why: string;
  readonly strength: number;
  readonly record?: { readonly recordId: string };
}

/** The headline contradicts an official figure that the body tells right. */
function recordMismatch(
  headline: Proposition,
  body: readonly Proposition[],
  pairs: readonly FigurePair[],
): Mismatch | null {
  for (const pair of pairs) {
    if (pair.proposition !== headline || pair.agrees || pair.expired || standsInRecord(pair)) continue;
    if (isWhatIsLeft(headline, pair.figure, body)) continue;
    const right = pairs.find(
      (other) => other.official === pair.official && other.agrees && !other.proposition.headline,
    );
    if (right === undefined || pairs.some((other) => other.figure === pair.figure && other.agrees)) continue;
    return {
      sentence: right.proposition,
      why: `Tít nêu "${pair.figure.quote}" nhưng thân bài viết "${right.figure.quote}", đúng với số liệu chính thức (${pair.view.record.documentNumber}).`,
      strength: 0.9,
      record: { recordId: pair.view.record.id },
    };
  }
  return null;
}

function figureMismatch(
  headline: Proposition,
  body: readonly Proposition[],
  pairs: readonly FigurePair[],
): Mismatch | null {
  for (const figure of headline.figures) {
    if (figure.dimension === null || figure.share || pairs.some((pair) => pair.figure === figure && pair.agrees))
      continue;
    if (figure.worded && figure.value <= 1) continue;
    if (figure.dimension === 'duration' || isWhatIsLeft(headline, figure, body)) continue;
    const rivals = body.flatMap((sentence) =>
      sentence.figures
        .filter(
          (other) =>
            !other.share && !(other.worded && other.value <= 1) && sameThing(headline, figure, sentence, other),
        )
        .map((other) => ({ sentence, other })),
    );
    const compared = body.flatMap(({ figures }) => figures.map((other) => compareFigures(other, figure)));
    if (
      rivals.length === 0 ||
      compared.includes('agrees') ||
      sumsUp(figure, body) ||
      isDifference(headline, figure, body)
    )
      continue;
    const rival = rivals.find(
      ({ other }) => compareFigures(other, figure) === 'differs' && compareFigures(figure, other) === 'differs',
    );
    if (rival === undefined) continue;
    return {
      sentence: rival.sentence,
      why: `Tít nêu "${figure.quote}" nhưng thân bài viết "${rival.other.quote}".`,
      strength: rivals.length === 1 ? 0.85 : 0.7,
    };
  }
  return null;
}

const LACKING =
  /thiếu|còn lại|chỉ còn|vẫn còn|vương|sót|hụt|\b(?:short|lack|remain|left)|尚缺|仍缺|还差|還差|尚差|仍差|缺|不足|残り|未完|未補|未|부족|남은|manqu|reste|не хват|недост|остал|ขาด|เหลือ|ខ្វះ|នៅសល់|ຂາດ|ເຫຼືອ/iu;

/** What is lacking, in the title, of what the body says is done: four tenths beside 62 per cent, two thousand beside 8,214 of 10,158. */
function isWhatIsLeft(headline: Proposition, figure: Figure, body: readonly Proposition[]): boolean {
  const { start, end } = clauseAround(headline, figure);
  if (LACKING.test(headline.quote.slice(start, end))) return true;
  const rest = body.flatMap(({ figures }) => figures.filter(({ percent }) => percent && figure.percent));
  return rest.some(({ value }) => Math.abs(value + figure.value - 100) <= Math.max(figure.step, 1));
}

/** Counts of one unit from which the same digits at another magnitude are no chance. */
const LARGE = 100;

/** One kind of thing counted: same unit, and a topic or act in common next to both figures, or the same digits. */
function sameThing(headline: Proposition, figure: Figure, sentence: Proposition, other: Figure): boolean {
  if (figure.dimension !== other.dimension || figure.unit !== other.unit) return false;
  if (Math.min(figure.value, other.value) >= LARGE && isOfOtherMagnitude(figure, other)) return true;
  const told = contextOf(headline, figure);
  const known = contextOf(sentence, other);
  if (figure.percent && isChange(told.clause) !== isChange(known.clause)) return false;
  const near = known.clause.size > 0 ? known.clause : known.sentence;
  const shared = [...(told.clause.size > 0 ? told.clause : told.sentence)].filter((id) => near.has(id));
  return shared.some((id) => ['topic', 'act', 'measure'].includes(notionOf(id).role));
}

/** The headline may give the sum of what the body lists. */
function sumsUp(figure: Figure, body: readonly Proposition[]): boolean {
  const parts = body
    .flatMap(({ figures }) => figures.filter((other) => other.unit === figure.unit).map(({ value }) => value))
    .slice(0, 10);
  for (let from = 0; from < parts.length; from += 1) {
    let sum = 0;
    for (let to = from; to < parts.length; to += 1) {
      sum += parts[to] ?? 0;
      if (to > from && Math.abs(sum - figure.value) <= Math.abs(figure.value) * 0.02) return true;
    }
  }
  return false;
}

/** How far a rounded difference may lie from the exact one. */
const ROUNDED = 0.12;

/** The headline may give what is left between two counts of text and title: 54 hectares free beside 412 let of 466. */
function isDifference(headline: Proposition, figure: Figure, body: readonly Proposition[]): boolean {
  if (figure.percent) return false;
  const counts = [headline, ...body]
    .flatMap(({ figures }) =>
      figures.filter((other) => other !== figure && !other.percent && other.unit === figure.unit),
    )
    .map(({ value }) => value)
    .slice(0, 12);
  const slack = figure.value * (figure.approx === 'exact' ? 0.02 : ROUNDED);
  return counts.some((whole) => counts.some((part) => whole > part && Math.abs(whole - part - figure.value) <= slack));
}

function poleMismatch(headline: Proposition, body: readonly Proposition[]): Mismatch | null {
  for (const hit of headline.notions) {
    const notion = notionOf(hit.id);
    if (notion.opposite === undefined || hasCue(headline, 'denial')) continue;
    const negated = isNegated(headline, hit);
    const supported = body.some((sentence) =>
      sentence.notions.some((one) => one.id === hit.id && isNegated(sentence, one) === negated),
    );
    if (supported) continue;
    const moved = MOVEMENTS.has(hit.id) ? notionsBeside(headline, hit) : null;
    const rival = body.find(
      (sentence) =>
        (moved === null || sentence.notions.some(({ id }) => moved.has(id))) &&
        sentence.notions.some(
          (one) =>
            (one.id === hit.id && isNegated(sentence, one) !== negated) ||
            (one.id === notion.opposite && isNegated(sentence, one) === negated),
        ) &&
        likenessOf(headline, sentence, new Set([hit.id, notion.opposite ?? ''])).shared >= 1,
    );
    if (rival === undefined) continue;
    return {
      sentence: rival,
      why: `Tít nói "${headline.quote.slice(hit.start, hit.end)}"${negated ? ' (phủ định)' : ''} nhưng thân bài nói ngược lại.`,
      strength: 0.75,
    };
  }
  return null;
}

const MOVEMENTS: ReadonlySet<string> = new Set(['increase', 'decrease']);

/** What rises or falls in a title: what else its clause speaks of. */
function notionsBeside(headline: Proposition, hit: TermHit): ReadonlySet<string> {
  const { start, end } = clauseAround(headline, hit);
  const beside = headline.notions.filter((one) => one.start >= start && one.end <= end && !MOVEMENTS.has(one.id));
  return new Set(beside.map(({ id }) => id));
}
