import type { Proposition } from '../claims/proposition.ts';
import type { Figure } from '../figures/figure.ts';
import { hasMark } from '../lexicon/modality.ts';
import { fold } from '../text/fold.ts';
import type { ArticleView } from './article.ts';
import type { OfficialFigure } from './record.ts';
import { clauseAround, subjectMatch } from './subject.ts';

/** A figure beside a record's main one is of a place of its own, which the claim names: "riêng khu bến Bến Gỗ 38,6 triệu tấn". */
export function isOfNamedPart(article: ArticleView, proposition: Proposition, official: OfficialFigure): boolean {
  if (official.main) return false;
  const { start, end } = clauseAround(official.sentence, official.figure);
  const clause = ` ${fold(official.sentence.quote.slice(start, end))} `;
  return [...article.placesIn(proposition.start, proposition.end)].some((name) => clause.includes(` ${name} `));
}

/** Likeness at which a claim speaks of a part for sure, and at which it surely does not speak of the whole. */
const PART = 1;
const NOT_WHOLE = 0.15;

interface Told {
  readonly proposition: Proposition;
  readonly figure: Figure;
  readonly official: OfficialFigure;
  readonly match: number;
  readonly ofNamedPart: boolean;
}

/**
 * Whether a number that a record gives of the whole is told of a part of it: what all trade came to as exports, what the province
 * counted as of one town "alone".
 */
export function tellsWholeOfPart(
  { proposition, figure, official, match, ofNamedPart }: Told,
  whole: OfficialFigure,
): boolean {
  if (official.main || !whole.main || official.figure.dimension !== whole.figure.dimension) return false;
  if (ofNamedPart) return hasMark(proposition, 'alone');
  return match >= PART && subjectMatch({ proposition, figure, before: new Set() }, whole) <= NOT_WHOLE;
}
