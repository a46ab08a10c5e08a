import type { Proposition } from '../claims/proposition.ts';
import { compareFigures, sameDimension } from '../figures/compare.ts';
import type { Figure } from '../figures/figure.ts';
import type { ArticleView } from './article.ts';
import type { OfficialFigure, RecordView } from './record.ts';
import { placeGap } from './subject.ts';
import { hasBegunBy, isExpiredOn } from './validity.ts';

/** Stated digits from which two equal figures of one unit are no chance. */
const TELLING_DIGITS = 3;

/**
 * Sentences with a figure that is an official one to the digit, whatever words stand around it. Such a figure confirms; it is
 * never used to contradict.
 */
export function coincidingSentences(article: ArticleView, records: readonly RecordView[]): Proposition[] {
  const views = records.filter((view) => hasBegunBy(view, article.day) && !isExpiredOn(view.record, article.day));
  return article.sentences.filter((proposition) =>
    proposition.figures.some((figure) =>
      views.some(
        (view) =>
          placeGap(article, proposition, view, figure.start) !== null &&
          view.figures.some((official) => coincides(proposition, figure, official)),
      ),
    ),
  );
}

function coincides(proposition: Proposition, figure: Figure, official: OfficialFigure): boolean {
  if (figure.dimension === null && official.figure.dimension === 'percent') return false;
  if (!sameDimension(figure, official.figure) || compareFigures(figure, official.figure) !== 'agrees') return false;
  const digits = Math.min(digitsOf(figure), digitsOf(official.figure));
  if (digits >= TELLING_DIGITS) return true;
  const words = new Set([...official.indicator, ...official.sentence.notions.map(({ id }) => id)]);
  const shared = new Set(proposition.notions.map(({ id }) => id).filter((id) => words.has(id))).size;
  return shared >= TELLING_DIGITS - digits && figure.unit === official.figure.unit;
}

/** Digits that a figure states, without the zeros that only scale it: two for 1,2 triệu, four for 1.234. */
function digitsOf({ value }: Figure): number {
  return value.toExponential(6).replace(/e.*$/, '').replace('.', '').replace(/0+$/, '').length;
}
