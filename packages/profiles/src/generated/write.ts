import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { listGenerated } from './generated.ts';

for (const { path, content } of listGenerated()) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}
