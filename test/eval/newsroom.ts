/**
 * Measures relevance, sectors and stories on the sample newsroom, whose truth file says what each article is about.
 *
 *   node test/eval/newsroom.ts [SEED] [--misses]
 */
import { createHash } from 'node:crypto';
import { createRelevance, type RelevanceResult } from '@lamro/analysis';
import { type PressItem, pressItemSchema, sectorSchema } from '@lamro/domain';
import { emit } from '@lamro/newsroom';
import { loadGazetteer } from '@lamro/profiles';
import { z } from 'zod';
import { gradeSectors } from './sectors.ts';
import { type ClusterScore, clusterStream, PROFILES } from './stories.ts';

const DAY = new Date('2026-11-20T00:00:00Z');
const truthSchema = z.object({
  profile: z.string().nullable(),
  sectors: z.array(sectorSchema),
  story: z.string(),
});

export interface NewsroomScore {
  /** SHA-256 of articles and truth, first 12 digits. */
  readonly hash: string;
  readonly relevance: { readonly precision: number; readonly recall: number; readonly misses: readonly string[] };
  readonly sectors: ReturnType<typeof gradeSectors>;
  readonly stories: Omit<ClusterScore, 'hash'> & { readonly misses: readonly string[] };
}

/** Figures of one edition; a seed changes its numbers and invented names. */
export function measureNewsroom(seed?: number): NewsroomScore {
  const { articles, truth } = emit(DAY, seed);
  const items = z.array(pressItemSchema).parse(articles);
  const labels = z.array(truthSchema).parse(truth);
  const rows = items.map((item, at) => ({ item, label: labelAt(labels, at) }));
  const judges = PROFILES.map((profile) => ({ profile, judge: createRelevance(loadGazetteer(profile)) }));
  const judged = new Map(
    items.map((item) => [item.id, judges.map(({ profile, judge }) => ({ profile, result: judge(item) }))]),
  );
  return {
    hash: createHash('sha256').update(JSON.stringify({ articles, truth })).digest('hex').slice(0, 12),
    relevance: gradeRelevance(rows, judged),
    sectors: gradeSectors(
      rows
        .filter(({ label }) => label.sectors.length > 0)
        .map(({ item, label }) => ({ ...item, sectors: label.sectors })),
    ),
    stories: clusterStream(
      rows.map(({ item, label }) => ({ ...item, story: label.story })),
      (item) => (judged.get(item.id) ?? []).flatMap(({ result }) => result.relevance.mentions.map(({ unit }) => unit)),
    ),
  };
}

type Label = z.infer<typeof truthSchema>;

function labelAt(labels: readonly Label[], at: number): Label {
  const label = labels[at];
  if (label === undefined) throw new Error(`The truth has no line for article ${at}.`);
  return label;
}

function gradeRelevance(
  rows: readonly { item: PressItem; label: Label }[],
  judged: ReadonlyMap<string, readonly { profile: string; result: RelevanceResult }[]>,
): NewsroomScore['relevance'] {
  const pairs = rows.flatMap(({ item, label }) =>
    (judged.get(item.id) ?? []).map(({ profile, result }) => ({
      found: result.relevance.relevant,
      wanted: label.profile === profile,
      line: `${item.id} ${profile} ${item.title}`,
    })),
  );
  const right = pairs.filter(({ found, wanted }) => found && wanted).length;
  return {
    precision: right / pairs.filter(({ found }) => found).length,
    recall: right / pairs.filter(({ wanted }) => wanted).length,
    misses: pairs
      .filter(({ found, wanted }) => found !== wanted)
      .map(({ found, line }) => `${found ? 'false' : 'missed'} ${line}`),
  };
}

if (import.meta.main) {
  const seed = Number(process.argv[2]);
  const { hash, ...parts } = measureNewsroom(Number.isInteger(seed) ? seed : undefined);
  for (const [part, { misses, ...figures }] of Object.entries(parts)) {
    process.stdout.write(`${JSON.stringify({ part, hash, ...figures })}\n`);
    if (process.argv.includes('--misses')) for (const miss of misses) process.stdout.write(`  ${miss}\n`);
  }
}
