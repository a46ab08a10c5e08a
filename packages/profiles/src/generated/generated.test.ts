import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, it } from 'vitest';
import { listGenerated } from './generated.ts';

/** Formatting of JSON is the formatter's business, its content is ours. */
function comparable(path: string, content: string): unknown {
  return path.endsWith('.json') ? JSON.parse(content) : content;
}

it.each(['profile.schema.json', 'clauses.md'])('%s is up to date', (name) => {
  const found = listGenerated().filter(({ path }) => basename(path) === name);
  expect(found).toHaveLength(1);
  for (const { path, content } of found)
    expect(comparable(path, readFileSync(path, 'utf8'))).toEqual(comparable(path, content));
});
