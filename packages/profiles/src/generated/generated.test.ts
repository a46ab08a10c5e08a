import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { listGenerated } from './generated.ts';

/** Formatting of JSON is the formatter's business, its content is ours. */
function comparable(path: string, content: string): unknown {
  return path.endsWith('.json') ? JSON.parse(content) : content;
}

describe('generated files', () => {
  it.each(listGenerated().map((file) => [file.path, file.content] as const))('%s is up to date', (path, content) => {
    expect(comparable(path, readFileSync(path, 'utf8'))).toEqual(comparable(path, content));
  });
});
