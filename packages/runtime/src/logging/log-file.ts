import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { type DestinationStream, pino } from 'pino';

/** Opens a log file that its owner alone may read. `close` writes what is still buffered. */
export function openLogFile(path: string): DestinationStream & { close(): void } {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const stream = pino.destination({ dest: path, append: true, mode: 0o600, sync: true });
  return {
    write: (line) => stream.write(line),
    close: () => stream.end(),
  };
}
