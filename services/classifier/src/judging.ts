import {
  createRelevance,
  type EntailmentOf,
  type JudgeContext,
  judgePrepared,
  type PreparedContext,
  pairsToJudge,
  prepareContext,
  type RelatedItem,
} from '@lamro/analysis';
import { findRecords, type Pool, readRecordsVersion } from '@lamro/database';
import type { Judgement, PressItem, TextPair } from '@lamro/domain';
import { loadGazetteer } from '@lamro/profiles';

export interface ProvinceJudge {
  readonly relevance: JudgeContext['relevance'];
  /** Pairs of sentences that an entailment model should be asked about before `judge`. */
  pairs(item: PressItem): Promise<readonly TextPair[]>;
  /** Judges an item against the records that stand now. */
  judge(item: PressItem, related: readonly RelatedItem[], entailment: EntailmentOf | null): Promise<Judgement>;
}

/** One judge per province; it reads the official records again whenever one of them changed. */
export function createProvinceJudge(pool: Pool, profile: string): ProvinceJudge {
  const gazetteer = loadGazetteer(profile);
  const relevance = createRelevance(gazetteer);
  let prepared: { version: string; context: PreparedContext } | undefined;
  const current = async (): Promise<PreparedContext> => {
    const version = await readRecordsVersion(pool, profile);
    if (prepared?.version !== version) {
      const records = await findRecords(pool, profile);
      prepared = { version, context: prepareContext({ gazetteer, relevance, records, related: [] }) };
    }
    return prepared.context;
  };
  return {
    relevance,
    pairs: async (item) => pairsToJudge(await current(), item),
    judge: async (item, related, entailment) =>
      judgePrepared({ ...(await current()), related, ...(entailment === null ? {} : { entailment }) }, item),
  };
}
