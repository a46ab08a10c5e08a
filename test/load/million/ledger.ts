import type { Bench } from '../figure.ts';
import { measureCommands } from './commands.ts';
import { measureLists } from './lists.ts';
import { openFilledLedger } from './open.ts';
import { measurePeople } from './people.ts';

/** Lists, search, people at work and commands on a ledger that is full: `--articles N` (a million), `--data FOLDER` to keep it. */
export const ledger: Bench = {
  name: 'ledger',
  run: async ({ articles, data }) => {
    const filled = await openFilledLedger(articles, data);
    try {
      return [
        {
          name: 'ledger.size',
          value: filled.bytes / 2 ** 30,
          unit: 'GiB',
          note: `${articles} articles, ${Math.round(filled.bytes / articles)} bytes each with versions, attempts, judgements, stories and indexes`,
        },
        ...(await measureLists(filled.pool, articles)),
        ...(await measurePeople(filled)),
        ...(await measureCommands(filled)),
      ];
    } finally {
      await filled.close();
    }
  },
};
