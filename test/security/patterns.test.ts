import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkSync } from 'recheck';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { BOUNDS } from './pattern-bounds.ts';
import { collectPatterns, keyOf, type Pattern } from './patterns.ts';
import { tell } from './tell.ts';

const SAFE = join(import.meta.dirname, 'patterns-safe.json');
const safe = new Set(z.array(z.string()).parse(JSON.parse(readFileSync(SAFE, 'utf8'))));
const { written } = collectPatterns();

const fileOf = ({ where }: Pattern) => where.split(':')[0] ?? '';
const boundOf = (pattern: Pattern) => BOUNDS.find(({ file }) => file === fileOf(pattern));

/** Runs of what patterns repeat, with an end that none of them expects. */
const PUMPS = [
  ' ',
  '\t',
  '\n',
  'a',
  'A',
  '0',
  '.',
  '-',
  '<',
  '"',
  '""',
  '/',
  '(',
  ',',
  '%',
  '&',
  'đ',
  '\u4e00',
  'a.',
  '. ',
  '<a ',
  '[[0|',
  'ab ',
];

describe('patterns that see foreign text', () => {
  it('grow with the text and no faster, or see a text that is bounded before', async ({ task }) => {
    const left: string[] = [];
    for (const pattern of written) {
      if (safe.has(keyOf(pattern)) || boundOf(pattern) !== undefined) continue;
      const verdict = checkSync(pattern.source, pattern.flags, { timeout: 10_000 });
      const grows = verdict.status === 'vulnerable' ? verdict.complexity.type : '';
      if (verdict.status !== 'safe') left.push(`${pattern.where} ${keyOf(pattern)} ${verdict.status} ${grows}`);
    }
    expect(left, 'prove it linear, rewrite it, or name its bound in pattern-bounds.ts').toEqual([]);
    tell(task, 'ReDoS: biểu thức chính quy đã xét', written.length);
  });

  it('end on texts as long as their bound, whatever is repeated in them', ({ task }) => {
    let tried = 0;
    for (const pattern of written) {
      const bound = boundOf(pattern);
      if (safe.has(keyOf(pattern)) || bound === undefined) continue;
      for (const pump of PUMPS) {
        const text = `${pump.repeat(Math.ceil(bound.most / pump.length)).slice(0, bound.most)}\u0001\n`;
        const found = [...text.matchAll(new RegExp(pattern.source, `${pattern.flags.replace('g', '')}g`))];
        expect(found.length).toBeLessThanOrEqual(text.length + 1);
        tried++;
      }
    }
    tell(task, 'ReDoS: văn bản cố ý trên biểu thức có chặn', tried);
  });

  it('names no bound that nothing needs', () => {
    const needed = new Set(written.filter((pattern) => !safe.has(keyOf(pattern))).map(fileOf));
    expect(BOUNDS.map(({ file }) => file).filter((file) => !needed.has(file))).toEqual([]);
  });
});
