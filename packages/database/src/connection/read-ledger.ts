import type { Health, Logger, Shutdown } from '@lamro/runtime';
import { inspectDatabase } from '../migration/inspect-database.ts';
import type { Pool } from './connection.ts';
import { openPool } from './open-ledger.ts';

/**
 * Opens a ledger as it is, for whoever only reads: nothing is migrated.
 *
 * @param use where no connection but the pool's is made, and when it ends
 * @throws Error with one Vietnamese line when the database cannot be reached, or stands behind or ahead of this release
 */
export async function openLedgerAsItIs(
  url: string,
  use: { applicationName: string; logger: Logger; health: Health; shutdown: Shutdown },
): Promise<Pool> {
  const where = URL.parse(url)?.host ?? 'địa chỉ đã cho';
  const state = await inspectDatabase(url).catch((cause: unknown) => {
    const reason = cause instanceof Error ? cause.message || cause.name : String(cause);
    throw new Error(`Không dùng được cơ sở dữ liệu ở ${where}: ${reason}`, { cause });
  });
  if (state.applied === 0)
    throw new Error(
      `Cơ sở dữ liệu ở ${where} chưa có sổ của Làm Rõ: khởi động một dịch vụ để tạo, hoặc kiểm tra địa chỉ.`,
    );
  if (state.pending.length > 0)
    throw new Error(
      `Cơ sở dữ liệu ở ${where} chưa nâng cấp tới bản phần mềm này (còn ${state.pending.length} bước, từ ${state.pending[0]}): lệnh chỉ đọc không tự nâng cấp; hãy khởi động một dịch vụ của bản này trước.`,
    );
  if (state.unknown.length > 0)
    throw new Error(
      `Cơ sở dữ liệu ở ${where} thuộc bản phần mềm mới hơn (có bước ${state.unknown[0]}): hãy dùng lệnh của bản đó.`,
    );
  return openPool(url, use);
}
