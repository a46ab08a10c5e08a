import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inspectDatabase } from '@lamro/database';
import { loadProfiles } from '@lamro/profiles';
import { chooseBackend, openQueues } from '@lamro/queue';
import { type Config, createLogger, loadConfig } from '@lamro/runtime';
import { readArguments } from '../line/arguments.ts';
import { describe, writeLine } from '../line/lines.ts';
import type { Command } from './command.ts';

interface Finding {
  readonly part: string;
  readonly ok: boolean;
  /** What is so and, where it is wrong, how to mend it. */
  readonly detail: string;
}

export const doctor: Command = {
  usage: 'doctor',
  summary: 'kiểm tra một bản cài đặt: cấu hình, cơ sở dữ liệu, hàng đợi, thư mục, hồ sơ tỉnh; nói cách sửa',
  run: async (args, streams) => {
    readArguments(args, {});
    const config = loadConfig();
    const findings = [
      await look('node', () => nodeVersion()),
      await look('profiles', () => profiles()),
      await look('home', () => home(config)),
      await look('secret', () => secret(config)),
      await look('database', () => database(config)),
      await look('queue', () => queue(config)),
    ];
    for (const finding of findings) await writeLine(streams.output, finding);
    return findings.every((finding) => finding.ok) ? 0 : 1;
  },
};

async function look(
  part: string,
  check: () => Promise<Omit<Finding, 'part'>> | Omit<Finding, 'part'>,
): Promise<Finding> {
  try {
    return { part, ...(await check()) };
  } catch (error) {
    return { part, ok: false, detail: describe(error).split('\n')[0] ?? '' };
  }
}

const OLDEST_NODE = 24;

function nodeVersion(): Omit<Finding, 'part'> {
  const ok = Number(process.versions.node.split('.')[0]) >= OLDEST_NODE;
  return {
    ok,
    detail: ok
      ? `Node ${process.versions.node}`
      : `Node ${process.versions.node}: chạy bằng "npx pnpm lamro", lệnh đó dùng Node ${OLDEST_NODE} đi kèm`,
  };
}

function profiles(): Omit<Finding, 'part'> {
  return { ok: true, detail: `đọc được ${loadProfiles().length} hồ sơ tỉnh` };
}

function home(config: Config): Omit<Finding, 'part'> {
  const folder = config.LAMRO_HOME;
  if (!existsSync(folder))
    return { ok: false, detail: `chưa có thư mục ${folder}: chạy npm start hoặc đặt LAMRO_HOME` };
  const secrets = join(folder, 'secrets.json');
  if (existsSync(secrets) && (statSync(secrets).mode & 0o077) !== 0) {
    return { ok: false, detail: `${secrets} cho người khác đọc: chmod 600 ${secrets}` };
  }
  return { ok: true, detail: folder };
}

function secret(config: Config): Omit<Finding, 'part'> {
  if (config.DATABASE_URL === undefined) return { ok: true, detail: 'bản chạy tại chỗ tự giữ khóa bí mật' };
  const ok = config.AUTH_SECRET !== undefined;
  return {
    ok,
    detail: ok
      ? 'AUTH_SECRET đã đặt'
      : 'đặt AUTH_SECRET (32 ký tự ngẫu nhiên trở lên, giống nhau trên mọi máy), hoặc AUTH_SECRET_FILE',
  };
}

async function database(config: Config): Promise<Omit<Finding, 'part'>> {
  if (config.DATABASE_URL === undefined)
    return { ok: true, detail: 'dùng PostgreSQL nhúng; chỉ kiểm tra được khi npm start đang chạy' };
  const state = await inspectDatabase(config.DATABASE_URL);
  if (state.majorVersion < 15) return { ok: false, detail: `PostgreSQL ${state.majorVersion}: cần bản 15 trở lên` };
  if (state.pending.length > 0) {
    return {
      ok: false,
      detail: `còn ${state.pending.length} bước nâng cấp chưa chạy (${state.pending[0]}…): khởi động một dịch vụ của bản này`,
    };
  }
  return { ok: true, detail: `PostgreSQL ${state.majorVersion}, ${state.applied} bước nâng cấp đã chạy` };
}

async function queue(config: Config): Promise<Omit<Finding, 'part'>> {
  if (config.DATABASE_URL === undefined && config.REDIS_URL === undefined)
    return { ok: true, detail: 'hàng đợi nằm trong cơ sở dữ liệu nhúng' };
  const queues = await openQueues(
    chooseBackend(config.DATABASE_URL ?? '', config.REDIS_URL),
    createLogger('doctor', 'silent'),
  );
  try {
    const waiting = (await queues.depths()).reduce((sum, depth) => sum + depth.waiting, 0);
    return { ok: true, detail: `${await queues.describe()}, ${waiting} việc đang chờ` };
  } finally {
    await queues.close();
  }
}
