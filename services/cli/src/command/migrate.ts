import { migrateOrExplain } from '@lamro/database';
import { loadConfig } from '@lamro/runtime';
import { ledgerUrl } from '../installation/ledger.ts';
import { readArguments } from '../line/arguments.ts';
import { writeLine } from '../line/lines.ts';
import type { Command } from './command.ts';

export const migrate: Command = {
  usage: 'migrate',
  summary: 'tạo hoặc nâng cấp sổ và các vai trò của dịch vụ bằng tài khoản chủ (DATABASE_URL), không khởi động gì',
  run: async (args, streams) => {
    readArguments(args, {});
    const { applied } = await migrateOrExplain(ledgerUrl(loadConfig()));
    await writeLine(streams.output, { applied });
    return 0;
  },
};
