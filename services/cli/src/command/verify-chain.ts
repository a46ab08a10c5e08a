import { verifyChain as verify } from '@lamro/casework';
import { listProfileIds } from '@lamro/database';
import { loadConfig } from '@lamro/runtime';
import { withLedger } from '../installation/ledger.ts';
import { readArguments } from '../line/arguments.ts';
import { writeLine } from '../line/lines.ts';
import { type Command, UsageError } from './command.ts';

export const verifyChain: Command = {
  usage: 'verify-chain [--profile HỒ_SƠ]',
  summary: 'kiểm tra chuỗi sự kiện và gốc hằng ngày, nêu mắt xích hỏng đầu tiên (cần DATABASE_URL)',
  run: async (args, streams) => {
    const { values } = readArguments(args, { profile: { type: 'string' } });
    return withLedger(loadConfig(), async (pool) => {
      const known = await listProfileIds(pool);
      if (values.profile !== undefined && !known.includes(values.profile)) {
        throw new UsageError(`cơ sở dữ liệu không có hồ sơ "${values.profile}"; có: ${known.join(', ')}`);
      }
      let whole = true;
      for (const profile of values.profile === undefined ? known : [values.profile]) {
        const report = await verify(pool, profile);
        whole &&= report.ok;
        await writeLine(streams.output, report);
      }
      return whole ? 0 : 1;
    });
  },
};
