import { userInfo } from 'node:os';
import { blankCaseText, eraseAccount, insertAuditEntry, inTransaction, type Queryable } from '@lamro/database';
import { systemClock } from '@lamro/domain';
import { loadConfig } from '@lamro/runtime';
import { withLedger } from '../installation/ledger.ts';
import { readArguments, required } from '../line/arguments.ts';
import { writeLine } from '../line/lines.ts';
import { type Command, UsageError } from './command.ts';

const LONGEST_REASON = 500;

export const erase: Command = {
  usage: 'erase (--account EMAIL | --text MÃ) --reason "CĂN CỨ"',
  summary:
    'xóa dữ liệu cá nhân theo yêu cầu hợp pháp: tên, địa chỉ và lối vào của một tài khoản, hoặc lời văn của một hồ sơ; chuỗi sự kiện giữ nguyên',
  run: async (args, streams) => {
    const { values } = readArguments(args, {
      account: { type: 'string' },
      text: { type: 'string' },
      reason: { type: 'string' },
    });
    if ((values.account === undefined) === (values.text === undefined))
      throw new UsageError('Cần đúng một trong --account và --text.');
    const reason = required(values.reason, '--reason', '"Văn bản số 12/SNV ngày 22/11/2026"').normalize('NFC');
    if (reason.length > LONGEST_REASON) throw new UsageError(`--reason dài quá ${LONGEST_REASON} ký tự.`);
    const report = await withLedger<object>(loadConfig(), (pool) =>
      inTransaction<object>(pool, (db) =>
        values.account === undefined ? text(db, values.text ?? '', reason) : account(db, values.account, reason),
      ),
    );
    await writeLine(streams.output, report);
    return 0;
  },
};

async function account(db: Queryable, email: string, reason: string) {
  const result = await eraseAccount(db, email, systemClock.now());
  if (result.erased) {
    await note(
      db,
      { profile: null, action: 'erase-account', objectKind: 'account', objectId: result.accountId },
      reason,
    );
    return { account: result.accountId, removed: result.removed };
  }
  throw new UsageError(
    result.why === 'not-found'
      ? `Không có tài khoản ${email}.`
      : `${email} là quản trị viên cuối cùng: hãy mời một quản trị viên khác trước.`,
  );
}

async function text(db: Queryable, id: string, reason: string) {
  if (!/^\d{1,18}$/.test(id)) throw new UsageError(`Mã lời văn phải là số: ${id}`);
  const blanked = await blankCaseText(db, id);
  if (blanked === null) throw new UsageError(`Không có lời văn ${id}, hoặc đã xóa rồi.`);
  const { profile, caseId } = blanked;
  await note(db, { profile, action: 'erase-text', objectKind: 'case', objectId: caseId }, reason, id);
  return { text: id, case: caseId, profile };
}

/** The erasing itself goes into the trail: who had the server's console, and on what ground; never what was erased. */
async function note(
  db: Queryable,
  entry: { profile: string | null; action: string; objectKind: string; objectId: string },
  reason: string,
  textId: string | null = null,
): Promise<void> {
  const actor = { actorId: `lamro:${userInfo().username}`, actorRole: 'administrator' };
  await insertAuditEntry(db, { ...entry, ...actor, detail: { reason, textId }, at: systemClock.now() });
}
