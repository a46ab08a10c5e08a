/**
 * Measures which headlines and leads concern their province, on three labelled parts: the first held out before any rule was
 * written, the second one after the rules and before its first run, the third used while the rules were made.
 *
 *   node test/eval/relevance.ts [--misses]
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRelevance } from '@lamro/analysis';
import { pressItemSchema } from '@lamro/domain';
import { loadGazetteer } from '@lamro/profiles';
import { z } from 'zod';

const rowSchema = pressItemSchema.extend({ profile: z.string(), relevant: z.boolean() });
type Row = z.infer<typeof rowSchema>;

export const RELEVANCE_PARTS = ['held-out', 'held-out-second', 'held-out-third', 'development'] as const;

export interface RelevanceScore {
  readonly part: string;
  /** SHA-256 of the part, first 12 digits. */
  readonly hash: string;
  readonly rows: number;
  readonly lookAlikes: number;
  readonly precision: number;
  readonly recall: number;
  readonly misses: readonly string[];
}

/** Precision and recall of `relevant`, per part and over all parts together. */
export function measureRelevance(): RelevanceScore[] {
  const judges = new Map<string, ReturnType<typeof createRelevance>>();
  const judgeOf = (profile: string): ReturnType<typeof createRelevance> => {
    const judge = judges.get(profile) ?? createRelevance(loadGazetteer(profile));
    judges.set(profile, judge);
    return judge;
  };
  const parts = RELEVANCE_PARTS.map((part) => ({ part, text: readPart(part) }));
  const all = { part: 'all', text: parts.map(({ text }) => text).join('') };
  return [...parts, all].map(({ part, text }) => score(part, text, judgeOf));
}

function readPart(part: string): string {
  return readFileSync(new URL(`relevance-set/${part}.ndjson`, import.meta.url), 'utf8');
}

function score(
  part: string,
  text: string,
  judgeOf: (profile: string) => ReturnType<typeof createRelevance>,
): RelevanceScore {
  const rows = text
    .trim()
    .split('\n')
    .map((line): Row => rowSchema.parse(JSON.parse(line)));
  const judged = rows.map((row) => ({ row, found: judgeOf(row.profile)(row).relevance.relevant }));
  const right = judged.filter(({ row, found }) => row.relevant && found).length;
  return {
    part,
    hash: createHash('sha256').update(text).digest('hex').slice(0, 12),
    rows: rows.length,
    lookAlikes: rows.filter((row) => !row.relevant).length,
    precision: right / judged.filter(({ found }) => found).length,
    recall: right / rows.filter((row) => row.relevant).length,
    misses: judged
      .filter(({ row, found }) => row.relevant !== found)
      .map(({ row, found }) => `${found ? 'false' : 'missed'} ${row.id} ${row.profile}: ${row.title}`),
  };
}

if (import.meta.main) {
  for (const { misses, ...figures } of measureRelevance()) {
    process.stdout.write(`${JSON.stringify(figures)}\n`);
    if (process.argv.includes('--misses')) for (const miss of misses) process.stdout.write(`  ${miss}\n`);
  }
}
