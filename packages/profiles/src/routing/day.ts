import { showDate } from '../calendar/day.ts';
import { QueryError } from '../problem/problem.ts';
import type { Profile } from '../profile/profile.ts';

const LOCAL_OFFSET_MS = 7 * 60 * 60 * 1000;
const DAY_ONLY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/i;

/**
 * Turns a day or an instant into the day in Asia/Ho_Chi_Minh. An instant without a zone is a time of that zone.
 *
 * @throws QueryError when the text is neither, or names a day that no calendar has
 */
export function localDay(text: string, field: string): string {
  if (DAY_ONLY.test(text)) return existingDay(text, text, field);
  const [, written, zone] = INSTANT.exec(text) ?? [];
  if (written === undefined) throw notATime(text, field);
  existingDay(written, text, field);
  const instant = new Date(zone === undefined ? `${text}+07:00` : text);
  if (Number.isNaN(instant.getTime())) throw notATime(text, field);
  return new Date(instant.getTime() + LOCAL_OFFSET_MS).toISOString().slice(0, 10);
}

/** `Date` carries 30 February over into March, so the day is compared with what was written. */
function existingDay(day: string, text: string, field: string): string {
  const parsed = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(parsed.getTime())) throw notATime(text, field);
  if (parsed.toISOString().slice(0, 10) !== day) throw new QueryError(field, `"${text}" không có trên lịch; sửa ngày`);
  return day;
}

function notATime(text: string, field: string): QueryError {
  const message = `"${text}" không phải ngày giờ; viết theo ISO 8601, ví dụ 2024-03-01 hoặc 2024-03-01T08:00:00+07:00`;
  return new QueryError(field, message);
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
      `ngày ${showDate(day)} trước khi Quyết định ${number} có hiệu lực từ ${showDate(inForceFrom)}${earlier}; chọn ngày khác hoặc nạp hồ sơ của văn bản đó`,
    );
  }
  if (inForceTo !== null && day > inForceTo) {
    const later = replacedBy === null ? '' : ` (thay bằng ${replacedBy.number})`;
    throw new QueryError(
      field,
      `ngày ${showDate(day)} sau khi Quyết định ${number} hết hiệu lực ngày ${showDate(inForceTo)}${later}; chọn ngày khác hoặc nạp hồ sơ của văn bản đó`,
    );
  }
}
