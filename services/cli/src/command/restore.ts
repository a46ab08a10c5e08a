import { existsSync } from 'node:fs';
import { checkBackup, fingerprintOf, type Manifest, type Restored, restoreBackup, verifyRestored } from '@lamro/backup';
import { type Config, loadConfig } from '@lamro/runtime';
import { openingKey } from '../installation/backup-key.ts';
import { proveChains } from '../installation/chains.ts';
import { drillPlace, type RestorePlace, restorePlace } from '../installation/restore-place.ts';
import { readArguments, required } from '../line/arguments.ts';
import { writeLine } from '../line/lines.ts';
import { type Command, type ExitCode, type Streams, UsageError } from './command.ts';

export const restore: Command = {
  usage: 'restore --in TỆP.lamro [--check | --drill]',
  summary:
    'khôi phục vào nơi trống rồi kiểm lại số dòng, chuỗi sự kiện, mã băm kho lưu; --check chỉ kiểm tra tệp, --drill diễn tập ở nơi tạm rồi xóa',
  run: async (args, streams) => {
    const { values } = readArguments(args, {
      in: { type: 'string' },
      check: { type: 'boolean', default: false },
      drill: { type: 'boolean', default: false },
    });
    const file = required(values.in, '--in', 'sao-luu-2026-11-22.lamro');
    if (!existsSync(file)) throw new UsageError(`Không có tệp ${file}`);
    if (values.check && values.drill) throw new UsageError('Chọn một trong --check và --drill.');
    const config = loadConfig();
    if (values.check) return check(file, config, streams);
    return load(file, config, values.drill ? drillPlace() : restorePlace(config), streams, values.drill);
  },
};

async function check(file: string, config: Config, streams: Streams): Promise<ExitCode> {
  const { manifest, summary } = await checkBackup(file, openingKey(config));
  const { takenAt, software, heldApart } = manifest;
  const rows = Object.values(summary.rows).reduce((sum, count) => sum + count, 0);
  await writeLine(streams.output, { file, whole: true, takenAt, software, ...summary, rows, heldApart });
  return 0;
}

async function load(
  file: string,
  config: Config,
  place: RestorePlace,
  streams: Streams,
  drill: boolean,
): Promise<ExitCode> {
  let whole = false;
  try {
    const target = Promise.withResolvers<Awaited<ReturnType<RestorePlace['open']>>>();
    const restored = await restoreBackup(file, openingKey(config), async (checked) => {
      const opened = await place.open(checked);
      target.resolve(opened);
      return opened;
    });
    const verification = await verifyRestored(await target.promise, restored.summary, proveChains);
    whole = verification.ok;
    await writeLine(streams.output, reportOf(file, restored, verification, drill));
    const differs = drill ? null : secretDiffers(config, restored.manifest);
    if (differs !== null) streams.errors.write(`${differs}\n`);
    return whole ? 0 : 1;
  } finally {
    await place.close(whole);
  }
}

function reportOf(file: string, { manifest, summary, homeFiles }: Restored, verification: object, drill: boolean) {
  const { takenAt, heldApart } = manifest;
  return { file, drill, takenAt, ...verification, heldApart, missingBlobs: summary.missingBlobs, homeFiles };
}

function secretDiffers(config: Config, manifest: Manifest): string | null {
  if (config.AUTH_SECRET === undefined || manifest.authFingerprint === fingerprintOf(config.AUTH_SECRET)) return null;
  return 'AUTH_SECRET khác với lúc sao lưu: mã hai bước của mọi tài khoản sẽ không dùng được. Đặt lại AUTH_SECRET cũ, hoặc để từng người đăng ký lại mã.';
}
