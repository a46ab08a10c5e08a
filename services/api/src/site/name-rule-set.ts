import { flagWeightsSchema, ruleSetVersion, START_WEIGHTS } from '@lamro/analysis';
import type { NameRuleSet } from '@lamro/casework';

/** The rules of this release with these weights, by the name that the classifier writes beside each judgement. */
export const nameRuleSet: NameRuleSet = (weights) =>
  ruleSetVersion(weights === null ? START_WEIGHTS : flagWeightsSchema.parse(weights));
