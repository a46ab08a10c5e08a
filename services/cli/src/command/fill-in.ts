import { createPlaceNames } from '@lamro/analysis';
import { countMissing, listProfileIds, MISSING_PARTS, type Pool } from '@lamro/database';
import { loadGazetteer } from '@lamro/profiles';
import { loadConfig } from '@lamro/runtime';
import { FILL, type Province } from '../fill/fill.ts';
import { withLedger } from '../installation/ledger.ts';
import { readArguments } from '../line/arguments.ts';
import { writeLine } from '../line/lines.ts';
import { type Command, type Streams, UsageError } from './command.ts';

const MOST_AT_ONCE = 5_000;

export const fillIn: Command = {
  usage: 'fill-in [--profile HỒ_SƠ] [--batch SỐ_BÀI]',
  summary:
    'sau khi nâng cấp: bổ sung ảnh đầu bài, địa danh và đặc trưng sự việc cho bài lưu từ trước, để bài mới được đối chiếu với chúng; không xét lại, không đổi cờ (cần DATABASE_URL)',
  run: async (args, streams) => {
    const { values } = readArguments(args, {
      profile: { type: 'string' },
      batch: { type: 'string', default: '200' },
    });
    const batch = Number(values.batch);
    if (!Number.isInteger(batch) || batch < 1 || batch > MOST_AT_ONCE)
      throw new UsageError(`--batch phải là số từ 1 đến ${MOST_AT_ONCE}.`);
    return withLedger(loadConfig(), async (pool) => {
      const known = await listProfileIds(pool);
      if (values.profile !== undefined && !known.includes(values.profile))
        throw new UsageError(`cơ sở dữ liệu không có hồ sơ "${values.profile}"; có: ${known.join(', ')}`);
      let left = 0;
      for (const profile of values.profile === undefined ? known : [values.profile])
        left += await fillProvince(pool, profile, batch, streams);
      return left === 0 ? 0 : 1;
    });
  },
};

/** Fills in all parts of a province, a transaction a batch, with a line after each. @returns how many articles still lack a part */
async function fillProvince(pool: Pool, profile: string, limit: number, streams: Streams): Promise<number> {
  const gazetteer = loadGazetteer(profile);
  const placeName = createPlaceNames(gazetteer);
  const placeCodes = gazetteer.units.map(({ code }) => code).filter((code) => placeName(code) !== null);
  const province: Province = { profile, placeName, placeCodes };
  let stillLacking = 0;
  for (const part of MISSING_PARTS) {
    const missing = await countMissing(pool, profile, part, placeCodes);
    await writeLine(streams.output, { profile, part, missing });
    const fill = await FILL[part](pool, province);
    let [before, filled]: [string | null, number] = [null, 0];
    while (missing > 0) {
      const ids: readonly string[] = await fill({ profile, before, limit });
      before = ids.at(-1) ?? null;
      if (before === null) break;
      filled += ids.length;
      await writeLine(streams.output, { profile, part, filled, of: missing, upTo: before });
    }
    const left = missing === 0 ? 0 : await countMissing(pool, profile, part, placeCodes);
    stillLacking += left;
    await writeLine(streams.output, { profile, part, done: true, filled, left });
  }
  return stillLacking;
}
