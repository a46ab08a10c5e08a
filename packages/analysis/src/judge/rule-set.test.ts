import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { START_WEIGHTS } from '../verdict/score.ts';
import { ruleSetVersion } from './rule-set.ts';

const PACKAGE = join(import.meta.dirname, '..', '..');

describe('the name of a rule set', () => {
  it('covers every file of data that rules read', () => {
    const source = ['rule-set.ts', '../lexicon/files.ts']
      .map((file) => readFileSync(join(import.meta.dirname, file), 'utf8'))
      .join('\n');
    const files = globSync('{data,src}/**/*.json', { cwd: PACKAGE }).filter((file) => basename(file) !== 'flag.json');
    expect(files.length).toBeGreaterThan(10);
    const missing = files.filter((file) => {
      const path = relative(import.meta.dirname, join(PACKAGE, file));
      return !source.includes(`from '${path}'`);
    });
    expect(missing, `to be imported and digested in ${dirname('judge/rule-set.ts')}/rule-set.ts`).toEqual([]);
  });

  it('is the same for the same weights and another for others', () => {
    expect(ruleSetVersion()).toBe(ruleSetVersion({ ...START_WEIGHTS }));
    expect(ruleSetVersion()).toMatch(/^rules-\d+\.[0-9a-f]{12}\.[0-9a-f]{8}$/);
    expect(ruleSetVersion({ ...START_WEIGHTS, bias: START_WEIGHTS.bias - 0.01 })).not.toBe(ruleSetVersion());
  });
});
