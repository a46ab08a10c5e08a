// `npm test`: installs everything, also what the tests need of the system, then runs infra/check.ts on the pinned Node.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { install, NODE, ROOT } from './install.mjs';
import { installSystemTools } from './system-tools.mjs';

install();
installSystemTools();
const run = spawnSync(NODE, [join(ROOT, 'infra', 'check.ts'), ...process.argv.slice(2)], {
  cwd: ROOT,
  stdio: 'inherit',
});
process.exit(run.status ?? 1);
