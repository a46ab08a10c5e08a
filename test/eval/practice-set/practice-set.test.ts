import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeLabels } from '../blind-set/checks.ts';
import { blindItems, blindProfiles } from '../blind-set/items.ts';

const sets = readdirSync(import.meta.dirname, { withFileTypes: true }).filter((entry) => entry.isDirectory());

it('has nineteen sets, with no id twice', () => {
  expect(sets).toHaveLength(19);
  const items = sets.flatMap(({ name }) => {
    const set = join(import.meta.dirname, name);
    return blindProfiles(set).flatMap((profile) => blindItems(profile, set));
  });
  expect(items).toHaveLength(2734);
  expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
});

describe.each(sets.map(({ name }) => name))('%s', (name) => {
  describeLabels(join(import.meta.dirname, name));
});
