import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { emit } from '../emission/emission.ts';
import { findLeaks } from './leak-check.ts';

const made: string[] = [];
afterEach(async () => {
  for (const folder of made.splice(0)) await rm(folder, { recursive: true });
});

it('finds no claim of the truth anywhere in the product', async () => {
  expect(await findLeaks(join(import.meta.dirname, '../../../..'))).toEqual([]);
});

it('finds a claim that someone wrote into a rule, whatever its case and spacing', async () => {
  const quote = emit(new Date()).truth.flatMap((row) => row.claims)[3]?.quote ?? '';
  const root = await mkdtemp(join(tmpdir(), 'leak-'));
  made.push(root);
  await mkdir(join(root, 'packages/analysis/src'), { recursive: true });
  await writeFile(
    join(root, 'packages/analysis/src/rule.ts'),
    `const known = '${quote.toUpperCase().replaceAll(' ', '  ')}';`,
  );
  expect(await findLeaks(root)).toMatchObject([{ file: 'packages/analysis/src/rule.ts', quote }]);
});
