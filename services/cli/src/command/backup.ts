import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openBlobStore } from '@lamro/archive';
import { fingerprintOf, writeBackup } from '@lamro/backup';
import { type Config, loadConfig, readSecrets } from '@lamro/runtime';
import { lockingKey } from '../installation/backup-key.ts';
import { proveChains } from '../installation/chains.ts';
import { ledgerUrl, withLedger } from '../installation/ledger.ts';
import { SOFTWARE } from '../installation/software.ts';
import { readArguments, required } from '../line/arguments.ts';
import { writeLine } from '../line/lines.ts';
import type { Command } from './command.ts';

export const backup: Command = {
  usage: 'backup --out TỆP.lamro',
  summary:
    'sao lưu cả bản cài đặt vào một tệp mã hóa trong lúc hệ thống vẫn chạy: sổ, kho lưu, mẫu văn bản (BACKUP_PASSPHRASE hoặc BACKUP_RECIPIENT)',
  run: async (args, streams) => {
    const { values } = readArguments(args, { out: { type: 'string' } });
    const out = required(values.out, '--out', 'sao-luu-2026-11-22.lamro');
    const config = loadConfig();
    const key = lockingKey(config);
    const databaseUrl = ledgerUrl(config);
    // A ledger of another release is told of here, in words, before a file is begun.
    await withLedger(config, async () => undefined);
    const source = { databaseUrl, blobs: openBlobStore(config), home: config.LAMRO_HOME, software: SOFTWARE };
    const started = performance.now();
    const report = await writeBackup({ ...source, authFingerprint: fingerprint(config), proveChains }, key, out);
    await writeLine(streams.output, { ...report, seconds: Math.round((performance.now() - started) / 100) / 10 });
    const broken = report.chains.filter((chain) => !chain.ok).map(({ profile }) => profile);
    if (broken.length > 0) streams.errors.write(`Chuỗi sự kiện đã đứt trước khi sao lưu: ${broken.join(', ')}.\n`);
    if (report.missingBlobs.length > 0)
      streams.errors.write(`Kho lưu thiếu hoặc hỏng ${report.missingBlobs.length} bản, không có trong bản sao lưu.\n`);
    if (report.heldApart.length > 0)
      streams.errors.write(
        `${report.heldApart.length} tệp không đọc được chữ chưa có người xác nhận: để riêng, không đưa vào bản sao lưu.\n`,
      );
    return broken.length + report.missingBlobs.length === 0 ? 0 : 1;
  },
};

function fingerprint(config: Config): string | null {
  if (config.AUTH_SECRET !== undefined) return fingerprintOf(config.AUTH_SECRET);
  const secrets = join(config.LAMRO_HOME, 'secrets.json');
  return existsSync(secrets) ? fingerprintOf(readSecrets(secrets).auth) : null;
}
