import { accessSync, constants, existsSync, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { missingFonts } from '@lamro/briefing';
import { loadProfiles } from '@lamro/profiles';
import type { Config } from '@lamro/runtime';
import { type Look, well, wrong } from './finding.ts';

const OLDEST_NODE = 24;
const LEAST_FREE_BYTES = 2 * 2 ** 30;
const LEAST_FREE_SHARE = 0.05;

/** What this machine brings along. */
export function machineLooks(config: Config): Readonly<Record<string, Look>> {
  return {
    node: () => lookAtNode(process.versions.node),
    profiles: () => well(`đọc được ${loadProfiles().length} hồ sơ tỉnh`),
    fonts: () => lookAtFonts(missingFonts()),
    home: () => lookAtHome(config.LAMRO_HOME),
    disk: () => lookAtDisk(config.LAMRO_HOME),
    secret: () => lookAtSecret(config),
    address: () => lookAtAddress(config),
  };
}

export function lookAtNode(version: string): ReturnType<Look> {
  if (Number(version.split('.')[0]) >= OLDEST_NODE) return well(`Node ${version}`);
  return wrong(`Node ${version}: chạy bằng "npx pnpm lamro", lệnh đó dùng Node ${OLDEST_NODE} đi kèm`);
}

export function lookAtFonts(missing: readonly string[]): ReturnType<Look> {
  if (missing.length === 0) return well('đủ phông chữ của văn bản PDF');
  return wrong(`thiếu phông ${missing.join(', ')} trong packages/briefing/fonts: cài đặt lại bản phần mềm`);
}

export function lookAtHome(folder: string): ReturnType<Look> {
  if (!existsSync(folder)) return wrong(`chưa có thư mục ${folder}: chạy npm start hoặc đặt LAMRO_HOME`);
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch {
    // The reason is always the same: the account has no right to it.
    return wrong(`không ghi được vào ${folder}: cấp quyền cho tài khoản chạy dịch vụ (chown) hoặc đặt LAMRO_HOME`);
  }
  const secrets = join(folder, 'secrets.json');
  if (existsSync(secrets) && (statSync(secrets).mode & 0o077) !== 0)
    return wrong(`${secrets} cho người khác đọc: chmod 600 ${secrets}`);
  return well(folder);
}

/** @param free bytes that may still be written and all bytes; read from the folder's disk when absent */
export function lookAtDisk(folder: string, free = freeOn(folder)): ReturnType<Look> {
  const gigabytes = (bytes: number) => `${(bytes / 2 ** 30).toFixed(1)} GiB`;
  const told = `còn trống ${gigabytes(free.available)} trên ${gigabytes(free.total)}`;
  if (free.available >= LEAST_FREE_BYTES && free.available >= free.total * LEAST_FREE_SHARE) return well(told);
  return wrong(
    `${told}: thêm đĩa, chuyển kho lưu sang S3 (S3_BUCKET), hoặc rút ngắn thời gian giữ (lamro retention --set)`,
  );
}

function freeOn(folder: string): { available: number; total: number } {
  const { bavail, blocks, bsize } = statfsSync(existsSync(folder) ? folder : '.');
  return { available: bavail * bsize, total: blocks * bsize };
}

function lookAtSecret(config: Config): ReturnType<Look> {
  if (config.AUTH_SECRET !== undefined) return well('AUTH_SECRET đã đặt');
  if (config.DATABASE_URL === undefined) return well('bản chạy tại chỗ tự giữ khóa bí mật');
  return wrong('đặt AUTH_SECRET (32 ký tự ngẫu nhiên trở lên, giống nhau trên mọi máy), hoặc AUTH_SECRET_FILE');
}

function lookAtAddress({ BASE_URL, HOST, PORT }: Config): ReturnType<Look> {
  const url = new URL(BASE_URL ?? `http://${HOST}:${PORT}`);
  const here = /^(127\.|localhost$|\[::1\]$)/.test(url.hostname);
  if (url.protocol === 'https:' || here) return well(url.href);
  return wrong(
    `${url.href} không mã hóa: mật khẩu đi qua mạng ở dạng đọc được. Đặt máy chủ trung gian có TLS phía trước và BASE_URL=https://… (docs/operating.md)`,
  );
}
