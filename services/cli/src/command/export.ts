import { openBlobStore } from '@lamro/archive';
import { writeExport } from '@lamro/backup';
import { loadConfig } from '@lamro/runtime';
import { ledgerUrl, withLedger } from '../installation/ledger.ts';
import { readArguments, required } from '../line/arguments.ts';
import { writeLine } from '../line/lines.ts';
import { type Command, UsageError } from './command.ts';

export const exportAll: Command = {
  usage: 'export --out THƯ_MỤC [--format ndjson|csv]',
  summary:
    'xuất toàn bộ dữ liệu ra định dạng mở: mỗi bảng một tệp NDJSON hoặc CSV, mỗi bản lưu một tệp; không có mật khẩu và khóa',
  run: async (args, streams) => {
    const { values } = readArguments(args, { out: { type: 'string' }, format: { type: 'string', default: 'ndjson' } });
    const out = required(values.out, '--out', 'xuat-2026-11-22');
    const { format } = values;
    if (format !== 'ndjson' && format !== 'csv')
      throw new UsageError(`Không có dạng "${format}"; dùng ndjson hoặc csv.`);
    const config = loadConfig();
    const databaseUrl = ledgerUrl(config);
    await withLedger(config, async () => undefined);
    const report = await writeExport({ databaseUrl, blobs: openBlobStore(config) }, out, format);
    await writeLine(streams.output, report);
    if (report.missingFiles.length > 0)
      streams.errors.write(`Kho lưu thiếu hoặc hỏng ${report.missingFiles.length} bản, không có trong bản xuất.\n`);
    return report.missingFiles.length === 0 ? 0 : 1;
  },
};
