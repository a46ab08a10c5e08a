import type { Proposition } from '../claims/proposition.ts';
import type { Figure } from '../figures/figure.ts';
import { marksIn } from '../lexicon/modality.ts';
import type { OfficialFigure } from './record.ts';
import { clauseAround } from './subject.ts';

/** Whether the clause of a figure tells of what is left, lacking or not done. */
export function tellsRest(sentence: Proposition, figure: Figure): boolean {
  const { start, end } = clauseAround(sentence, figure);
  const within = (hit: { start: number; end: number }): boolean => hit.start < end && hit.end > start;
  const marked = marksIn(sentence).some((hit) => hit.id === 'rest' && within(hit));
  return marked || sentence.cues.some((cue) => (cue.id === 'negation' || cue.id === 'none') && within(cue));
}

/** Whether a share is what the official one leaves over, told as such: 38,7% still without what 61,3% have. */
export function isRestOf(told: Proposition, figure: Figure, { sentence, figure: known }: OfficialFigure): boolean {
  if (!figure.percent || !known.percent) return false;
  const slack = Math.max(figure.step, known.step) / 2 + (figure.approx === 'exact' && !figure.share ? 0 : 3);
  if (Math.abs(figure.value + known.value - 100) > slack * 1.001) return false;
  return tellsRest(told, figure) !== tellsRest(sentence, known);
}
