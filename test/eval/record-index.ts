// `node test/eval/record-index.ts [--made N] [SET …]`: judges every item beside all records of its province and beside those that
// the index of records finds, and prints what differs. `--made` adds so many invented records to each province.
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { createJudge } from '@lamro/analysis';
import type { Judgement, OfficialRecord, PressItem } from '@lamro/domain';
import { emit } from '@lamro/newsroom';
import { loadGazetteer } from '@lamro/profiles';
import { makeRecords } from '../load/records-made.ts';
import { blindItems, blindProfiles, blindRecords } from './blind-set/items.ts';
import { PRACTICE_SETS } from './judge-blind.ts';
import { parseSet } from './judge-score.ts';

/** Items of one province that are judged in their order, with the records that they are judged beside. */
export interface World {
  readonly set: string;
  readonly profile: string;
  readonly records: readonly OfficialRecord[];
  readonly items: readonly PressItem[];
}

const DAY = new Date('2026-11-20T00:00:00Z');

/** The sample newsroom and the practice sets, province by province. */
export function worlds(): World[] {
  const { articles, records, truth } = parseSet(emit(DAY));
  const profiles = [...new Set(truth.flatMap(({ profile }) => profile ?? []))].sort();
  const newsroom = profiles.map((profile) => ({
    set: 'newsroom',
    profile,
    records: records.filter((record) => record.profile === undefined || record.profile === profile),
    items: articles,
  }));
  const practice = PRACTICE_SETS.flatMap((set) =>
    blindProfiles(set).map((profile) => ({
      set: basename(set),
      profile,
      records: blindRecords(profile, set),
      items: blindItems(profile, set).map(({ label: _, ...item }): PressItem => item),
    })),
  );
  return [...newsroom, ...practice];
}

export interface Differences {
  /** Items that concern the province. */
  readonly judged: number;
  /** Those of them that are flagged beside all records. */
  readonly flagged: number;
  /** Ids of items that are flagged on one side only, and of those of which anything at all differs. */
  readonly otherFlag: readonly string[];
  readonly otherJudgement: readonly string[];
}

/** Judges the items of a world twice, with `made` invented records beside its own. */
export function compareJudges({ profile, records, items }: World, made: number): Differences {
  const gazetteer = loadGazetteer(profile);
  const all = [...records, ...makeRecords(gazetteer, made)];
  const without = createJudge({ gazetteer, records: all, mostRecords: null });
  const indexed = createJudge({ gazetteer, records: all });
  const pairs = items
    .map((item) => ({ id: item.id, one: without(item), other: indexed(item) }))
    .filter(({ one }) => one.relevance.relevant);
  const differ = (of: (judgement: Judgement) => unknown): string[] =>
    pairs.filter(({ one, other }) => JSON.stringify(of(one)) !== JSON.stringify(of(other))).map(({ id }) => id);
  return {
    judged: pairs.length,
    flagged: pairs.filter(({ one }) => one.flag.raised).length,
    otherFlag: differ(({ flag }) => flag.raised),
    otherJudgement: differ((judgement) => judgement),
  };
}

if (process.argv[1] === import.meta.filename) {
  const { values, positionals: wanted } = parseArgs({
    allowPositionals: true,
    options: { made: { type: 'string', default: '0' } },
  });
  for (const world of worlds()) {
    if (wanted.length > 0 && !wanted.includes(world.set)) continue;
    const differences = compareJudges(world, Number(values.made));
    console.log(JSON.stringify({ set: world.set, profile: world.profile, ...differences }));
  }
}
