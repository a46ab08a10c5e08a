import { z } from 'zod';
import { CommandRefused } from '../refusal/refusal.ts';
import type { Context } from '../scope/context.ts';
import type { SourceRoom } from './room.ts';

/** An address on the web, written by a person; what it leads to is checked when it is fetched. */
export const webAddress = z
  .string()
  .trim()
  .max(2_048)
  .refine(
    (text) => /^https?:$/.test(URL.parse(text)?.protocol ?? ''),
    'địa chỉ phải bắt đầu bằng http:// hoặc https://',
  );
export const outletName = z.string().trim().min(1).max(200).normalize('NFC');
export const countryCode = z.string().regex(/^[A-Z]{2}$/, 'mã nước gồm hai chữ in hoa, ví dụ VN');

/** @throws CommandRefused where this installation reads no sources */
export function roomOf(context: Context): SourceRoom {
  if (context.sources === null)
    throw new CommandRefused('check-failed', 'Bản cài đặt này không đọc được nguồn tin: hãy báo người quản trị.');
  return context.sources;
}
