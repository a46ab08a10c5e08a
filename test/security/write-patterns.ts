// Proves patterns linear and writes down which: takes minutes, so tests read the list and prove only what is new.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkSync } from 'recheck';
import { collectPatterns, keyOf } from './patterns.ts';

const { written } = collectPatterns();
const verdicts = written.map((pattern) => ({
  ...pattern,
  ...checkSync(pattern.source, pattern.flags, { timeout: 10_000 }),
}));
const safe = verdicts.filter(({ status }) => status === 'safe');
const keys = [...new Set(safe.map(keyOf))].sort();
writeFileSync(join(import.meta.dirname, 'patterns-safe.json'), `${JSON.stringify(keys, null, 1)}\n`);
const count = (type: string) =>
  verdicts.filter((verdict) => verdict.status === 'vulnerable' && verdict.complexity.type === type).length;
process.stdout.write(
  `${written.length} biểu thức: ${safe.length} tuyến tính, ${count('exponential')} hàm mũ, ${count('polynomial')} đa thức, ${verdicts.filter(({ status }) => status === 'unknown').length} chưa kết luận\n`,
);
