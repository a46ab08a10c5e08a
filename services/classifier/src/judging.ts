import {
  createRelevance,
  type JudgeContext,
  judgePrepared,
  type PreparedContext,
  prepareContext,
  type RelatedItem,
} from '@lamro/analysis';
import { findRecords, type Pool, readRecordsVersion } from '@lamro/database';
import type { Judgement, PressItem } from '@lamro/domain';
import { loadGazetteer } from '@lamro/profiles';

export interface ProvinceJudge {
  readonly relevance: JudgeContext['relevance'];
  /** Judges an item against the records that stand now. */
  judge(item: PressItem, related: readonly RelatedItem[]): Promise<Judgement>;
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
    judge: async (item, related) => judgePrepared({ ...(await current()), related }, item),
  };
}
