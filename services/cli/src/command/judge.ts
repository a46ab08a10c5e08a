import { createJudge } from '@lamro/analysis';
import {
  type Judgement,
  type OfficialRecord,
  type Origin,
  officialRecordSchema,
  type PressItem,
  pressItemSchema,
  type Route,
} from '@lamro/domain';
import { loadGazetteer, type Profile, route } from '@lamro/profiles';
import { readArguments } from '../line/arguments.ts';
import { describe, mapLines } from '../line/lines.ts';
import { type Command, UsageError } from './command.ts';
import { profileOf, readFile } from './profiles.ts';

export const judge: Command = {
  usage: 'judge --profile MÃ [--records TỆP]',
  summary: 'xét từng bài: có về tỉnh không, lĩnh vực, nhận định, dấu hiệu kèm bằng chứng, cờ, cơ quan trả lời',
  run: (args, streams) => {
    const { values } = readArguments(args, { profile: { type: 'string' }, records: { type: 'string' } });
    const profile = profileOf(values.profile);
    const records = values.records === undefined ? [] : readRecordsFile(values.records);
    const judgeNext = createJudge({ gazetteer: loadGazetteer(profile.id), records });
    return mapLines(streams, (line) => {
      const item = pressItemSchema.parse(line);
      const judgement = judgeNext(item);
      const origin = originOf(item);
      return {
        id: item.id,
        origin,
        ...judgement,
        route: judgement.relevance.relevant ? routeOf(profile, item, origin, judgement) : null,
      };
    });
  },
};

/** Reads a records file whole. @throws UsageError naming every wrong line */
function readRecordsFile(path: string): OfficialRecord[] {
  const problems: string[] = [];
  const records = readFile(path)
    .split('\n')
    .flatMap((line, index): OfficialRecord[] => {
      if (line.trim() === '') return [];
      try {
        return [officialRecordSchema.parse(JSON.parse(line))];
      } catch (error) {
        problems.push(`${path}:${index + 1}: ${describe(error)}`);
        return [];
      }
    });
  if (problems.length > 0) throw new UsageError(problems.slice(0, 20).join('\n'));
  return records;
}

/** By the outlet's country; where that is not given, by the language it writes in. */
function originOf(item: PressItem): Origin {
  if (item.outletCountry) return item.outletCountry.toUpperCase() === 'VN' ? 'domestic' : 'foreign';
  return (item.language ?? 'vi') === 'vi' ? 'domestic' : 'foreign';
}

/** Sectors below this score describe the article, they do not send it anywhere. */
const SECTOR_DECIDES = 0.5;

function routeOf(profile: Profile, item: PressItem, origin: Origin, judgement: Judgement): Route | { error: string } {
  const deciding = judgement.sectors.filter((sector) => sector.score >= SECTOR_DECIDES);
  const sectors = (deciding.length > 0 ? deciding : judgement.sectors.slice(0, 1)).map((sector) => sector.id);
  const places = judgement.places.map((place) => place.code);
  try {
    return route(profile, { origin, sectors, places, at: item.publishedAt ?? item.at ?? null });
  } catch (error) {
    return { error: describe(error) };
  }
}
