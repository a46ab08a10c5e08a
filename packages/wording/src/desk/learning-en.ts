import type { Shape } from '../locale/locale.ts';
import type { learningVi } from './learning-vi.ts';

/** English words about the weights of the flag score. */
export const learningEn: Shape<typeof learningVi> = {
  learning: {
    title: 'Flag weights',
    lead: "A flag's score is the probability that an item is distorted, from its signals with evidence. The weights can be learned anew from the province's own decisions; a learned version takes effect only when an administrator puts it in force, and an earlier one can be put in force again at any time.",
    relearn: 'Learn anew from decisions',
    relearned: (decisions) => `Learned from ${decisions} decisions. The new version is not in force yet.`,
    start: 'Starting weights',
    startHint: 'They come with the software and were learned from no decision of the province.',
    version: 'Version',
    inForce: 'In force',
    learnedAt: 'Learned',
    learnedAfter: 'Learned after',
    chosen: 'Last put in force',
    reason: 'Reason for putting it in force',
    apply: 'Put in force',
    applyQuestion: 'Items that are judged from now on are scored by this version. Scores that stand stay.',
    weights: 'Weights by signal',
    bias: 'Base level',
    further: 'Each further signal with evidence',
    calibration: 'Fit on decisions held out',
    calibrationNote:
      'Three tenths of the decisions are not learned from. The Brier score is the mean squared error of the probability: smaller is better.',
    learnedFrom: 'Decisions learned from',
    heldOut: 'Decisions held out',
    brier: 'Brier score',
    brierBefore: 'Brier score with the version before',
    range: 'Predicted score',
    count: 'Items',
    predicted: 'Predicted, mean',
    observed: 'Distorted in fact',
    noExamples: 'no items',
  },
};
