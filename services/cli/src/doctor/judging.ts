import { flagWeightsSchema, ruleSetVersion, START_WEIGHTS } from '@lamro/analysis';
import { countOlderJudgements, createPool, findWeights, listProfileIds, MOST_COUNTED } from '@lamro/database';
import type { Config } from '@lamro/runtime';
import { ledgerUrl } from '../installation/ledger.ts';
import { type Look, well, wrong } from './finding.ts';

/** By which rules the articles were judged. Older judgements are no fault: whoever wants them made anew is told how. */
export function judgingLooks(config: Config): Readonly<Record<string, Look>> {
  return { judgements: () => lookAtJudgements(ledgerUrl(config)) };
}

async function lookAtJudgements(url: string): Promise<Awaited<ReturnType<Look>>> {
  const pool = createPool({ connectionString: url, applicationName: 'doctor', max: 1 });
  try {
    const told: string[] = [];
    let failed = 0;
    for (const profile of await listProfileIds(pool)) {
      const { weights } = await findWeights(pool, profile);
      const ruleSet = ruleSetVersion(weights === null ? START_WEIGHTS : flagWeightsSchema.parse(weights));
      const ages = await countOlderJudgements(pool, profile, ruleSet);
      failed += ages.failed;
      if (ages.older > 0) told.push(`${profile}: ${bounded(ages.older)}`);
    }
    if (failed > 0)
      return wrong(
        `${bounded(failed)} bài bị lỗi khi xét: xem nhật ký của classifier, sửa nguyên nhân rồi cho xét lại (Quản trị, Mô hình)`,
      );
    if (told.length === 0) return well('mọi bài đã xét theo bộ quy tắc đang áp dụng');
    return well(`bài xét theo bộ quy tắc khác: ${told.join(', ')}; cho xét lại ở Quản trị, Mô hình`);
  } finally {
    await pool.end();
  }
}

function bounded(count: number): string {
  return count < MOST_COUNTED ? String(count) : `${MOST_COUNTED} hoặc nhiều hơn`;
}
