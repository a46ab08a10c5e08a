import {
  asRole,
  createPool,
  type DatabaseState,
  inspectDatabase,
  inspectServer,
  listMissingPartitions,
  MONTHS_AHEAD,
  roleOf,
  SERVICES,
  type ServerState,
} from '@lamro/database';
import type { Config } from '@lamro/runtime';
import { ledgerUrl } from '../installation/ledger.ts';
import { type Look, well, wrong } from './finding.ts';

const OLDEST_MAJOR = 15;
const MOST_SKEW_MS = 2_000;

/** What the database is like. Where there is none to ask, one finding says so. */
export function ledgerLooks(config: Config): Readonly<Record<string, Look>> {
  const address = () => ledgerUrl(config);
  return {
    database: async () => judgeDatabase(await inspectDatabase(address()), await inspectServer(address())),
    rights: async () => judgeRights(await inspectServices(config.DATABASE_SERVICE_URL ?? address())),
    clock: async () => judgeClock((await inspectServer(address())).aheadMs),
    partitions: () => lookAtPartitions(address()),
  };
}

/** As the services connect: each takes the role made for it where the account may, and keeps the account's own rights else. */
async function inspectServices(url: string): Promise<ServerState> {
  const account = await inspectServer(url);
  const changeable = new Set<string>();
  for (const service of SERVICES) {
    const state = account.takesServiceRoles ? await inspectServer(asRole(url, roleOf(service))) : account;
    for (const table of state.changeable) changeable.add(table);
  }
  return { ...account, superuser: account.superuser && !account.takesServiceRoles, changeable: [...changeable] };
}

export function judgeDatabase(state: DatabaseState, server: ServerState): ReturnType<Look> {
  if (state.majorVersion < OLDEST_MAJOR)
    return wrong(`PostgreSQL ${state.majorVersion}: cần bản ${OLDEST_MAJOR} trở lên`);
  if (server.encoding !== 'UTF8')
    return wrong(
      `bảng mã ${server.encoding}: tạo lại cơ sở dữ liệu với "createdb --encoding=UTF8 --template=template0"`,
    );
  if (state.pending.length > 0)
    return wrong(
      `còn ${state.pending.length} bước nâng cấp chưa chạy (${state.pending[0]}…): khởi động một dịch vụ của bản này`,
    );
  if (state.unknown.length > 0)
    return wrong(`cơ sở dữ liệu thuộc bản mới hơn (bước ${state.unknown[0]}): cài bản phần mềm đó`);
  if (server.missingExtensions.length > 0)
    return wrong(
      `thiếu phần mở rộng ${server.missingExtensions.join(', ')}: cài gói postgresql-contrib rồi chạy "create extension ${server.missingExtensions[0]}"`,
    );
  return well(`PostgreSQL ${state.majorVersion}, ${state.applied} bước nâng cấp đã chạy`);
}

export function judgeRights(server: ServerState): ReturnType<Look> {
  if (server.superuser)
    return wrong(
      'các dịch vụ dùng tài khoản quản trị cao nhất của máy chủ: tạo tài khoản riêng và đặt DATABASE_SERVICE_URL (docs/operating.md)',
    );
  if (server.changeable.length > 0)
    return wrong(
      `tài khoản của các dịch vụ sửa được ${server.changeable.join(', ')}: tạo tài khoản riêng, cấp cho nó các vai trò của dịch vụ (grant ${SERVICES.map(roleOf).join(', ')} to …) và đặt DATABASE_SERVICE_URL`,
    );
  return well('tài khoản của các dịch vụ không sửa được sự kiện, nhật ký và gốc hằng ngày');
}

export function judgeClock(aheadMs: number): ReturnType<Look> {
  const seconds = (Math.abs(aheadMs) / 1_000).toFixed(1);
  if (Math.abs(aheadMs) <= MOST_SKEW_MS) return well(`đồng hồ lệch máy chủ cơ sở dữ liệu ${seconds} giây`);
  return wrong(
    `đồng hồ máy này ${aheadMs > 0 ? 'chậm' : 'nhanh'} hơn máy chủ cơ sở dữ liệu ${seconds} giây: bật đồng bộ giờ (timedatectl set-ntp true) trên cả hai máy`,
  );
}

async function lookAtPartitions(url: string): Promise<Awaited<ReturnType<Look>>> {
  const pool = createPool({ connectionString: url, applicationName: 'doctor', max: 1 });
  try {
    // The dispatcher keeps three months ready; it may have slept over the turn of one.
    const missing = await listMissingPartitions(pool, new Date(), MONTHS_AHEAD - 1);
    if (missing.length === 0) return well('các tháng tới đã có phân vùng');
    return wrong(
      `thiếu phân vùng ${missing.slice(0, 3).join(', ')}${missing.length > 3 ? '…' : ''}: dịch vụ dispatcher tạo mỗi giờ; kiểm tra nó có chạy và xem nhật ký của nó`,
    );
  } finally {
    await pool.end();
  }
}
