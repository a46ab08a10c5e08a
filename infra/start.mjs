// `npm start`: installs everything, then runs infra/local.ts on the pinned Node.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { install, NODE, ROOT } from './install.mjs';

install();
// The channel tells the child when this process is gone, however it went, so that nothing is left running alone.
const child = spawn(NODE, [join(ROOT, 'infra', 'local.ts'), ...process.argv.slice(2)], {
  cwd: ROOT,
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
