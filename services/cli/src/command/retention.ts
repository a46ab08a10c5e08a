import { userInfo } from 'node:os';
import { setRetention, viewRetention } from '@lamro/database';
import { systemClock } from '@lamro/domain';
import { loadConfig } from '@lamro/runtime';
import { withLedger } from '../installation/ledger.ts';
import { readArguments } from '../line/arguments.ts';
import { writeLine } from '../line/lines.ts';
import { type Command, type ExitCode, UsageError } from './command.ts';

export const retention: Command = {
  usage: 'retention [--set LOẠI=SỐ_NGÀY|LOẠI=forever]',
  summary: 'mỗi loại dữ liệu được giữ bao lâu, lần dọn gần nhất và các tháng đang giữ; --set đổi thời gian giữ',
  run: async (args, streams) => {
    const { values } = readArguments(args, { set: { type: 'string' } });
    const change = values.set === undefined ? null : parseChange(values.set);
    return withLedger<ExitCode>(loadConfig(), async (pool) => {
      if (change !== null) {
        const by = { changedBy: `lamro:${userInfo().username}`, at: systemClock.now() };
        const result = await setRetention(pool, { ...change, ...by });
        if (!result.changed) {
          const kinds = (await viewRetention(pool)).map(({ kind }) => kind).join(', ');
          throw new UsageError(
            result.why === 'unknown-kind'
              ? `Không có loại "${change.kind}"; các loại: ${kinds}.`
              : `"${change.kind}" phải giữ ít nhất ${result.leastDays} ngày.`,
          );
        }
      }
      for (const view of await viewRetention(pool)) await writeLine(streams.output, view);
      return 0;
    });
  },
};

function parseChange(text: string): { kind: string; keepDays: number | null } {
  const [, kind, days] = /^([a-z-]+)=(\d{1,5}|forever)$/.exec(text) ?? [];
  if (kind === undefined || days === undefined)
    throw new UsageError(`Không hiểu "${text}": viết như changes=60 hoặc audit=forever.`);
  return { kind, keepDays: days === 'forever' ? null : Number(days) };
}
