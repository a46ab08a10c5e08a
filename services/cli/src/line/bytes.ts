import type { Readable } from 'node:stream';
import { UsageError } from '../command/command.ts';

const MOST_BYTES = 64 * 1024 * 1024;

/** Everything on a stream. @throws UsageError beyond 64 MiB: one document is never that large */
export async function readAll(input: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of input) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk);
    size += bytes.length;
    if (size > MOST_BYTES) throw new UsageError('Dữ liệu vào lớn hơn 64 MiB: mỗi lần chỉ đọc một tài liệu.');
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}
