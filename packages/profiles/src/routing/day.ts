import { QueryError } from '../problem/problem.ts';
import type { Profile } from '../profile/profile.ts';

const LOCAL_OFFSET_MS = 7 * 60 * 60 * 1000;
const DAY_ONLY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Turns a day or an instant into the day in Asia/Ho_Chi_Minh.
 *
 * @throws QueryError when the text is neither
 */
export function localDay(text: string, field: string): string {
  const instant = new Date(DAY_ONLY.test(text) ? `${text}T00:00:00+07:00` : text);
  const looksDated = /^\d{4}-\d{2}-\d{2}([T ]|$)/.test(text);
  if (!looksDated || Number.isNaN(instant.getTime()))
    throw new QueryError(
      field,
      `"${text}" không phải ngày giờ; viết theo ISO 8601, ví dụ 2024-03-01 hoặc 2024-03-01T08:00:00+07:00`,
    );
  const day = new Date(instant.getTime() + LOCAL_OFFSET_MS).toISOString().slice(0, 10);
  if (DAY_ONLY.test(text) && day !== text) throw new QueryError(field, `"${text}" không có trên lịch; sửa ngày`);
  return day;
}

/**
 * Checks that the regulation is in force on a day.
 *
 * @throws QueryError naming the dates and, where known, the document that stands in its place
 */
export function requireInForce(profile: Profile, day: string, field: string): void {
  const { number, inForceFrom, inForceTo, replaces, replacedBy } = profile.regulation;
  if (day < inForceFrom) {
    const earlier = replaces === null ? '' : ` (khi đó áp dụng ${replaces.number})`;
    throw new QueryError(
      field,
      `ngày ${day} trước khi Quyết định ${number} có hiệu lực từ ${inForceFrom}${earlier}; chọn ngày khác hoặc nạp hồ sơ của văn bản đó`,
    );
  }
  if (inForceTo !== null && day > inForceTo) {
    const later = replacedBy === null ? '' : ` (thay bằng ${replacedBy.number})`;
    throw new QueryError(
      field,
      `ngày ${day} sau khi Quyết định ${number} hết hiệu lực ngày ${inForceTo}${later}; chọn ngày khác hoặc nạp hồ sơ của văn bản đó`,
    );
  }
}
