import type { Actor } from '@lamro/access';
import {
  endSpokesperson as endEntry,
  findAccount,
  findSpokesperson,
  insertAuditEntry,
  insertSpokesperson,
  inTransaction,
  type Queryable,
  type SpokespersonRow,
} from '@lamro/database';
import { agencyIdSchema } from '@lamro/domain';
import { z } from 'zod';
import { parseInput } from '../refusal/parse-input.ts';
import { CommandRefused } from '../refusal/refusal.ts';
import type { Context } from '../scope/context.ts';
import { idSchema } from '../scope/on-case.ts';
import type { Scope } from '../scope/scope.ts';
import { checkRight } from '../trail/trail.ts';

const words = z.string().trim().min(1).max(300).normalize('NFC');

/** A day that a calendar of offices can hold. */
const day = z.iso.date().refine((value) => value >= '1945-01-01', 'ngày phải từ năm 1945');

const registerSchema = z
  .object({
    agency: agencyIdSchema,
    name: words,
    post: words,
    /** Head of the agency, appointed spokesperson, or a delegate in writing. */
    ground: z.enum(['head', 'appointed', 'delegated']),
    documentNumber: words.nullable().default(null),
    validFrom: day,
    validTo: day.nullable().default(null),
    accountId: z.string().min(1).max(200).nullable().default(null),
  })
  .refine((entry) => entry.ground !== 'delegated' || (entry.documentNumber !== null && entry.validTo !== null), {
    path: ['documentNumber'],
    message: 'ủy quyền phát ngôn phải bằng văn bản, có số văn bản và thời hạn',
  })
  .refine((entry) => entry.validTo === null || entry.validTo >= entry.validFrom, {
    path: ['validTo'],
    message: 'ngày kết thúc phải không trước ngày bắt đầu',
  });
export type RegisterSpokespersonInput = z.input<typeof registerSchema>;

/**
 * Enters a speaker in the register.
 *
 * @throws CommandRefused; returns the entry's id
 */
export async function registerSpokesperson(
  context: Context,
  actor: Actor,
  input: RegisterSpokespersonInput,
): Promise<{ readonly spokespersonId: string }> {
  const entry = parseInput(registerSchema, input);
  checkRight(actor, 'spokesperson.register');
  if (context.procedure(actor.profile).agencyName(entry.agency) === null) {
    throw new CommandRefused(
      'invalid-input',
      `Không có cơ quan "${entry.agency}" trong hồ sơ tỉnh: hãy chọn trong danh sách.`,
    );
  }
  return inTransaction(context.pool, async (db) => {
    if (entry.accountId !== null) await checkAccount(db, actor.profile, entry.agency, entry.accountId);
    const at = context.clock.now();
    const id = await insertSpokesperson(db, { ...entry, profile: actor.profile, createdBy: actor.id, at });
    await insertAuditEntry(db, { ...trail(actor, id), action: 'register-spokesperson', at });
    return { spokespersonId: id };
  });
}

/** An entry may name the speaker's account: one that stands, of the same province, and of no other agency. */
async function checkAccount(db: Queryable, profile: string, agency: string, accountId: string): Promise<void> {
  const account = await findAccount(db, accountId);
  const fits = account?.profile === profile && account.disabledAt === null;
  if (fits && (account.agency === null || account.agency === agency)) return;
  throw new CommandRefused(
    'invalid-input',
    'Tài khoản của người phát ngôn không có, đã khóa, hoặc thuộc cơ quan khác: hãy chọn lại tài khoản hoặc bỏ trống.',
    { issues: [{ path: 'accountId', message: 'tài khoản không phù hợp' }] },
  );
}

const endSchema = z.object({ spokespersonId: idSchema });
export type EndSpokespersonInput = z.input<typeof endSchema>;

/**
 * Ends an entry: from now on that person does not speak for the agency.
 *
 * @throws CommandRefused
 */
export async function endSpokesperson(context: Context, actor: Actor, input: EndSpokespersonInput): Promise<void> {
  const { spokespersonId } = parseInput(endSchema, input);
  checkRight(actor, 'spokesperson.register');
  await inTransaction(context.pool, async (db) => {
    const found = await findSpokesperson(db, spokespersonId);
    if (found === null || found.profile !== actor.profile) {
      throw new CommandRefused(
        'not-found',
        `Không có người phát ngôn ${spokespersonId} trong danh sách: hãy tải lại trang.`,
      );
    }
    const at = context.clock.now();
    if (!(await endEntry(db, spokespersonId, at))) {
      throw new CommandRefused('wrong-state', 'Mục này đã kết thúc trước đó.');
    }
    await insertAuditEntry(db, { ...trail(actor, spokespersonId), action: 'end-spokesperson', at });
  });
}

function trail(actor: Actor, id: string) {
  const { profile, id: actorId, role: actorRole } = actor;
  return { profile, actorId, actorRole, objectKind: 'spokesperson', objectId: id, detail: {} };
}

/**
 * Checks that somebody had the right to speak for the answering agency, or for the people's committee, on that day.
 *
 * @param day local day on which they spoke
 * @throws CommandRefused `speaker-without-authority`
 */
export async function checkSpeaker(scope: Scope, spokespersonId: string, day: string): Promise<SpokespersonRow> {
  const found = await findSpokesperson(scope.db, spokespersonId);
  if (found === null || found.profile !== scope.row.profile) {
    throw new CommandRefused(
      'speaker-without-authority',
      'Người này không có trong danh sách người phát ngôn: hãy ghi vào danh sách trước khi phát hành.',
    );
  }
  const inOffice = found.validFrom <= day && (found.validTo === null || day <= found.validTo);
  if (!inOffice || (found.endedAt !== null && found.endedAt <= scope.at)) {
    throw new CommandRefused(
      'speaker-without-authority',
      `Quyền phát ngôn của ${found.name} không bao gồm ngày ${showDay(day)}: hãy chọn người khác hoặc cập nhật văn bản ủy quyền.`,
    );
  }
  if (found.agency !== scope.row.leadAgency && !PROVINCE.has(found.agency)) {
    throw new CommandRefused(
      'speaker-without-authority',
      `${found.name} phát ngôn cho cơ quan khác: hãy chọn người phát ngôn của cơ quan trả lời hoặc của Ủy ban nhân dân tỉnh, thành phố.`,
    );
  }
  return found;
}

/** The people's committee of the province itself, as profiles name it. */
const PROVINCE: ReadonlySet<string> = new Set(['ubnd-tinh', 'ubnd-thanh-pho']);

function showDay(day: string): string {
  return day.split('-').reverse().join('/');
}
