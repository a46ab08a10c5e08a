import { setImmediate as others } from 'node:timers/promises';
import { readLexicons } from '@lamro/analysis';
import { LANGUAGES } from '@lamro/domain';

/** Makes the lexicons of all watched languages ready while the process has nothing else to do: it lets everybody else go first. */
export async function readAhead(isStopped: () => boolean): Promise<void> {
  for (const language of LANGUAGES)
    for (const _ of readLexicons(language)) {
      await others();
      if (isStopped()) return;
    }
}
