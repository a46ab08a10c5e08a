import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { measureFolder } from '../../../test/eval/extraction.ts';
import { averageF1 } from '../../../test/eval/extraction-measure.ts';
import { measureLanguages } from '../../../test/eval/language.ts';

const evaluation = path.join(import.meta.dirname, '../../../test/eval');
const floors = z
  .object({
    extraction: z.object({
      setHash: z.string(),
      f1: z.number(),
      leadOverReadability: z.number(),
      titles: z.number(),
      dates: z.number(),
    }),
    language: z.array(z.object({ form: z.string(), language: z.string(), right: z.number() })),
  })
  .parse(JSON.parse(readFileSync(path.join(evaluation, 'press-floors.json'), 'utf8')));

describe('floors on our own sets', () => {
  test('extraction', () => {
    const { results, setHash } = measureFolder(path.join(evaluation, 'extraction-set'));
    expect(setHash).toBe(floors.extraction.setHash);
    const ours = averageF1(results.map((result) => result.ours)).f1;
    expect(ours).toBeGreaterThanOrEqual(floors.extraction.f1);
    expect(ours - averageF1(results.map((result) => result.readability)).f1).toBeGreaterThanOrEqual(
      floors.extraction.leadOverReadability,
    );
    expect(results.filter((result) => result.titleRight).length / results.length).toBeGreaterThanOrEqual(
      floors.extraction.titles,
    );
    const dated = results.filter((result) => result.truth.date === result.got.publishedAt?.slice(0, 10));
    expect(dated.length / results.length).toBeGreaterThanOrEqual(floors.extraction.dates);
  });

  test('language, wrong answers and abstentions apart', () => {
    const scores = measureLanguages();
    for (const floor of floors.language) {
      const score = scores.find((each) => each.form === floor.form && each.language === floor.language);
      expect(score, `${floor.language} ${floor.form}`).toBeDefined();
      expect(
        score?.right,
        `${floor.language} ${floor.form}: ${score?.misses.slice(0, 5).join(' | ')}`,
      ).toBeGreaterThanOrEqual(floor.right);
    }
  });
});
