import type { Found } from '../manifest/manifest.ts';

const MEGABYTE = 1_048_576;

/**
 * Keeps the models whose weights fit into the memory allowed, in their order; the others are told why they stay out. What
 * comes from the hub has no size before it is fetched and is not counted.
 */
export function withinMemory(found: readonly Found[], megabytes: number): Found[] {
  let left = megabytes * MEGABYTE;
  return found.map((one) => {
    if (!('spec' in one)) return one;
    const bytes = one.spec.bytes ?? 0;
    if (bytes <= left) {
      left -= bytes;
      return one;
    }
    const { task, id } = one.spec;
    const size = Math.ceil(bytes / MEGABYTE);
    return {
      task,
      id,
      why: `Mô hình cần ${size} MB, còn ${Math.floor(left / MEGABYTE)} MB trong giới hạn ${megabytes} MB; hãy dùng bản lượng tử hóa (q8).`,
    };
  });
}
