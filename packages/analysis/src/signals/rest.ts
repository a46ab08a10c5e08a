import type { Proposition } from '../claims/proposition.ts';
import type { Figure } from '../figures/figure.ts';
import { marksIn } from '../lexicon/modality.ts';
import { changeBy } from './change.ts';
import type { OfficialFigure, RecordView } from './record.ts';
import { clauseAround } from './subject.ts';

/** Whether the clause of a figure tells of what is left, lacking or not done. */
export function tellsRest(sentence: Proposition, figure: Figure): boolean {
  const { start, end } = clauseAround(sentence, figure);
  const within = (hit: { start: number; end: number }): boolean => hit.start < end && hit.end > start;
  const marked = marksIn(sentence).some((hit) => hit.id === 'rest' && within(hit));
  return marked || sentence.cues.some((cue) => (cue.id === 'negation' || cue.id === 'none') && within(cue));
}

/**
 * Whether a figure is what the official ones leave over, told as such: 38,7% still without what 61,3% have, eleven projects yet to start
 * where 41 of 52 run.
 */
export function isRestOf(told: Proposition, figure: Figure, official: OfficialFigure, view: RecordView): boolean {
  return figure.percent ? isRestOfShare(told, figure, official) : isRestOfCount(told, figure, official, view);
}

function isRestOfCount(
  told: Proposition,
  figure: Figure,
  { figure: known }: OfficialFigure,
  { figures }: RecordView,
): boolean {
  if (figure.approx !== 'exact' || figure.dimension !== known.dimension || figure.dimension === null) return false;
  const alike = figures.filter((one) => one.figure.dimension === known.dimension && one.figure.unit === known.unit);
  const leaves = (part: OfficialFigure): boolean =>
    alike.some((whole) => Math.abs(whole.figure.value - part.figure.value - figure.value) < figure.value * 1e-6);
  return alike.some((part) => leaves(part) && tellsRest(told, figure) !== tellsRest(part.sentence, part.figure));
}

/** "8% below last year" beside "92% of last year's". */
function isFallTo(told: Proposition, figure: Figure, sentence: Proposition, known: Figure): boolean {
  const ofBefore = /^.{0,3}(?: so với)? (?:cùng kỳ|năm (?:trước|ngoái|20\d\d))/u.test(sentence.quote.slice(known.end));
  const down = changeBy(told, figure) === -1 && changeBy(sentence, known) === null;
  return ofBefore && down && Math.abs(figure.value + known.value - 100) <= Math.max(figure.step, known.step) / 2 + 1e-9;
}

/** The same for a share beside an official one. */
export function isRestOfShare(told: Proposition, figure: Figure, { sentence, figure: known }: OfficialFigure): boolean {
  if (!known.percent) return false;
  if (isFallTo(told, figure, sentence, known)) return true;
  const slack = Math.max(figure.step, known.step) / 2 + (figure.approx === 'exact' && !figure.share ? 0 : 3);
  if (Math.abs(figure.value + known.value - 100) > slack * 1.001) return false;
  return tellsRest(told, figure) !== tellsRest(sentence, known);
}
