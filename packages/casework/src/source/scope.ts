import { type Actor, type Command, may } from '@lamro/access';
import { insertAuditEntry, type Queryable } from '@lamro/database';
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

/** @throws CommandRefused `forbidden` */
export function checkRight(actor: Actor, command: Command): void {
  const decision = may(actor, command, { profile: actor.profile });
  if (!decision.allowed) throw new CommandRefused('forbidden', decision.why, { whoMay: decision.whoMay });
}

/** @throws CommandRefused where this installation reads no sources */
export function roomOf(context: Context): SourceRoom {
  if (context.sources === null)
    throw new CommandRefused('check-failed', 'Bản cài đặt này không đọc được nguồn tin: hãy báo người quản trị.');
  return context.sources;
}

/** Writes who did what to a source or an item, never what it says. */
export function note(
  context: Context,
  db: Queryable,
  actor: Actor,
  entry: {
    action: string;
    objectKind: 'source' | 'article';
    objectId: string | null;
    detail?: Record<string, string | number | boolean>;
  },
): Promise<void> {
  return insertAuditEntry(db, {
    profile: actor.profile,
    actorId: actor.id,
    actorRole: actor.role,
    action: entry.action,
    objectKind: entry.objectKind,
    objectId: entry.objectId,
    detail: entry.detail ?? {},
    at: context.clock.now(),
  });
}
