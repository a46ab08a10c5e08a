import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { emit, mutateBySeed, writeEmission } from './emission.ts';

const now = new Date('2026-11-20T03:00:00Z');

it('writes the three files, articles in order of publication', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'newsroom-'));
  const emission = emit(now);
  await writeEmission(emission, folder);
  const rows = async (name: string) =>
    (await readFile(join(folder, `${name}.ndjson`), 'utf8'))
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
  expect(await rows('articles')).toEqual(emission.articles);
  expect(await rows('truth')).toEqual(JSON.parse(JSON.stringify(emission.truth)));
  expect((await rows('records')).length).toBe(emission.records.length);
  const times = emission.articles.map((article) => Date.parse(article.publishedAt));
  expect(times).toEqual(times.toSorted((a, b) => a - b));
  expect(emission.truth.map((row) => row.id)).toEqual(emission.articles.map((article) => article.id));
  await rm(folder, { recursive: true });
});

it('is the same for the same moment and seed, and another under another seed', () => {
  expect(mutateBySeed(5, now)).toEqual(mutateBySeed(5, now));
  expect(mutateBySeed(5, now).articles).not.toEqual(mutateBySeed(6, now).articles);
});
