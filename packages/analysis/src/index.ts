export { BOOSTING, type BoostingOptions, type Example as BoostingExample, fitBoostedTrees } from './boosting/fit.ts';
export { type BoostedTrees, probabilityOf } from './boosting/trees.ts';
export { claimsOf, findClaims } from './claims/claims.ts';
export { splitSentences } from './claims/sentence.ts';
export { CONFLICT_FEATURES, describePairings } from './conflict/features.ts';
export { describeFigures, FIGURE_FEATURES, type FigurePairing, figurePairingsOf } from './conflict/figures.ts';
export type { ConflictTrees } from './conflict/model.ts';
export { type Pairing, pairingsOf } from './conflict/pairings.ts';
export { type Agreement, compareFigures } from './figures/compare.ts';
export { type Approximation, type Figure, findFigures } from './figures/figure.ts';
export { findPeriods, type Period } from './figures/period.ts';
export {
  type JudgeContext,
  judgeItem,
  judgePrepared,
  type PreparedContext,
  pairsToJudge,
  prepareContext,
  type RelatedItem,
} from './judge/judge.ts';
export { NEIGHBOUR_DAYS, NEIGHBOURS_COMPARED } from './judge/nearby.ts';
export { RULES_VERSION, ruleSetVersion } from './judge/rule-set.ts';
export { createJudge, type JudgeOptions, TELLINGS_COMPARED } from './judge/stream.ts';
export { readLexicons } from './lexicon/ahead.ts';
export { createRelevance, itemText, type RelevanceResult } from './relevance/relevance.ts';
export { CONCEPTS, type Concept, type ConceptHit, conceptSchema, createConceptFinder } from './sectors/lexicon.ts';
export { scoreSectors } from './sectors/sectors.ts';
export { readArticle } from './signals/article.ts';
export type { EntailmentOf, EntailmentVerdict } from './signals/entailment.ts';
export { pairFigures } from './signals/figure.ts';
export type { LeadPicture, PictureUse } from './signals/picture.ts';
export { createPlaceNames } from './signals/place.ts';
export { chooseStory, type ScoredCandidate, type StoryChoice } from './stories/choose.ts';
export { type Amount, countedTerms, describeStory, type StoryFeatures } from './stories/features.ts';
export { bandsOf, resemblance, signatureOf } from './stories/fingerprint.ts';
export { candidateKeys, embeddingKeys } from './stories/keys.ts';
export { createStoriesLine, type StoryLine } from './stories/line.ts';
export {
  COPY_RESEMBLANCE,
  compareStories,
  type PairLikeness,
  type PreparedFeatures,
  prepareFeatures,
  scorePair,
  scorePrepared,
} from './stories/score.ts';
export { createTermStatistics, type Rarity, type TermStatistics } from './stories/statistics.ts';
export { learnStatistics, storedFeatures } from './stories/stored.ts';
export {
  createStoryIndex,
  JOIN_THRESHOLD,
  type StoryAssignment,
  type StoryIndex,
  type StoryIndexOptions,
} from './stories/story-index.ts';
export { type FoldedText, fold, foldText } from './text/fold.ts';
export { type TranslationRisk, translationRisks } from './translation/risk.ts';
export {
  type Calibration,
  type CalibrationBin,
  type Decision,
  LEAST_DECISIONS,
  type Relearned,
  relearn,
} from './verdict/relearn.ts';
export { FLAG_THRESHOLD, type FlagWeights, flagWeightsSchema, START_WEIGHTS, scoreFlag } from './verdict/score.ts';
export { compare as compareTexts, FEATURE_NAMES as VERIFY_FEATURES } from './verify/features.ts';
export { fitVerify } from './verify/fit.ts';
export { type VerifyLine, verifyLine } from './verify/line.ts';
export { predict as predictVerify, VERIFY_LABELS, type VerifyLabel, type VerifyWeights } from './verify/model.ts';
export { type TextSpan, type Verification, verify } from './verify/verify.ts';
