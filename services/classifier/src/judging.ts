import {
  createPlaceNames,
  createRelevance,
  type EntailmentOf,
  type FlagWeights,
  flagWeightsSchema,
  type JudgeContext,
  judgePrepared,
  type LeadPicture,
  type PreparedContext,
  pairsToJudge,
  prepareContext,
  type RelatedItem,
  START_WEIGHTS,
} from '@lamro/analysis';
import { findRecords, findWeights, type Pool, readRecordsVersion } from '@lamro/database';
import type { Judgement, PressItem, TextPair } from '@lamro/domain';
import { loadGazetteer } from '@lamro/profiles';

/** What an item is judged beside. */
export interface Beside {
  readonly related: readonly RelatedItem[];
  readonly picture: LeadPicture | null;
  readonly entailment: EntailmentOf | null;
  readonly weights: FlagWeights;
}

export interface ProvinceJudge {
  readonly relevance: JudgeContext['relevance'];
  /** Name under which units of the gazetteer meet, by code; null for what is no place below the province. */
  readonly placeName: PreparedContext['placeName'];
  /** Pairs of sentences that an entailment model should be asked about before `judge`. */
  pairs(item: PressItem): Promise<readonly TextPair[]>;
  /** Weights of the flag score that a person put in force. */
  weights(): Promise<FlagWeights>;
  /** Judges an item against the records that stand now. */
  judge(item: PressItem, beside: Beside): Promise<Judgement>;
}

/** One judge per province; it reads the official records again whenever one of them changed, and the weights each time. */
export function createProvinceJudge(pool: Pool, profile: string): ProvinceJudge {
  const gazetteer = loadGazetteer(profile);
  const relevance = createRelevance(gazetteer);
  let prepared: { version: string; context: PreparedContext } | undefined;
  const current = async (): Promise<PreparedContext> => {
    const version = await readRecordsVersion(pool, profile);
    if (prepared?.version !== version) {
      const records = await findRecords(pool, profile);
      prepared = {
        version,
        context: prepareContext({ gazetteer, relevance, records, related: [] }, prepared?.context),
      };
    }
    return prepared.context;
  };
  return {
    relevance,
    placeName: createPlaceNames(gazetteer),
    pairs: async (item) => pairsToJudge(await current(), item),
    weights: async () => {
      const { weights } = await findWeights(pool, profile);
      return weights === null ? START_WEIGHTS : flagWeightsSchema.parse(weights);
    },
    judge: async (item, { related, picture, entailment, weights }) => {
      const context = { ...(await current()), weights, related };
      return judgePrepared(
        { ...context, ...(picture === null ? {} : { picture }), ...(entailment === null ? {} : { entailment }) },
        item,
      );
    },
  };
}
