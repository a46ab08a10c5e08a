/**
 * Measures sectors on labelled headlines and leads: one half held out while the scoring was tuned, the other not, and a second held-out
 * part that was written after the tuning and before its first run.
 *
 *   node test/eval/sectors.ts [--misses]    (misses of the development half only)
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { scoreSectors } from '@lamro/analysis';
import { pressItemSchema, sectorSchema } from '@lamro/domain';
import { z } from 'zod';

const rowSchema = pressItemSchema.omit({ url: true }).extend({ sectors: z.array(sectorSchema).min(1) });
export type SectorRow = z.infer<typeof rowSchema>;

export const SECTOR_PARTS = ['held-out-second', 'held-out', 'development'] as const;

export interface SectorFigures {
  readonly rows: number;
  /** Share of rows whose strongest sector is the leading one of the label. */
  readonly first: number;
  /** Share of rows whose strongest sector is any of the label. */
  readonly accepted: number;
  /** Over all pairs of row and sector. */
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly misses: readonly string[];
}

export interface SectorScore extends SectorFigures {
  readonly part: string;
  /** SHA-256 of the part, first 12 digits. */
  readonly hash: string;
}

/** Figures of every part. */
export function measureSectors(): SectorScore[] {
  return SECTOR_PARTS.map((part) => {
    const text = readFileSync(new URL(`sectors-set/${part}.ndjson`, import.meta.url), 'utf8');
    const rows = text
      .trim()
      .split('\n')
      .map((line) => rowSchema.parse(JSON.parse(line)));
    return { part, hash: createHash('sha256').update(text).digest('hex').slice(0, 12), ...gradeSectors(rows) };
  });
}

/** Compares what is found with the labels of each row; a row without labels is left out. */
export function gradeSectors(rows: readonly SectorRow[]): SectorFigures {
  const graded = rows.map((row) => {
    const found = scoreSectors({ ...row, url: '' });
    const ids = found.map((entry) => entry.id);
    const [first] = ids;
    return { row, found, first, right: ids.filter((id) => row.sectors.includes(id)).length };
  });
  const right = graded.reduce((sum, one) => sum + one.right, 0);
  const precision = right / graded.reduce((sum, one) => sum + one.found.length, 0);
  const recall = right / rows.reduce((sum, row) => sum + row.sectors.length, 0);
  const share = (test: (one: (typeof graded)[number]) => boolean): number => graded.filter(test).length / rows.length;
  return {
    rows: rows.length,
    first: share(({ row, first }) => first === row.sectors[0]),
    accepted: share(({ row, first }) => first !== undefined && row.sectors.includes(first)),
    precision,
    recall,
    f1: (2 * precision * recall) / (precision + recall),
    misses: graded
      .filter(({ row, first }) => first !== row.sectors[0])
      .map(
        ({ row, found }) =>
          `${row.id} ${row.sectors.join(',')} <- ${found.map(({ id, score, words }) => `${id} ${score} (${words?.join(', ')})`).join('; ')} | ${row.title}`,
      ),
  };
}

if (import.meta.main) {
  for (const { misses, ...figures } of measureSectors()) {
    process.stdout.write(`${JSON.stringify(figures)}\n`);
    if (process.argv.includes('--misses') && figures.part === 'development')
      for (const miss of misses) process.stdout.write(`  ${miss}\n`);
  }
}
