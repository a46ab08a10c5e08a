import { flagWeightsSchema, relearn, START_WEIGHTS } from '@lamro/analysis';
import type { LearnWeights } from '@lamro/casework';

/** Learns near the weights in force, or near the starting ones while no others were chosen. */
export const learnWeights: LearnWeights = (lessons, inForce) => {
  const before = inForce === null ? START_WEIGHTS : flagWeightsSchema.parse(inForce);
  return { ...relearn(lessons, before), learnedAfter: before.version };
};
