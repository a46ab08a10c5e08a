import type { Actor } from '@lamro/access';
import { insertAttachment, listEvents, listOutletChecks } from '@lamro/database';
import type { Role } from '@lamro/domain';
import { loadProfile } from '@lamro/profiles';
import { insertFlaggedArticle, openTestDatabase, type TestDatabase } from '@lamro/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Casework, createCasework } from './casework.ts';

const PROFILE = 'thai-binh';
let database: TestDatabase;
let casework: Casework;
const now = new Date('2026-11-23T02:00:00Z');

beforeAll(async () => {
  database = await openTestDatabase();
  casework = createCasework({
    pool: database.pool,
    profiles: loadProfile,
    findSecrecyMarks: () => [],
    clock: { now: () => now },
  });
});
afterAll(() => database.close());

function actor(role: Role, agency: string | null = null): Actor {
  return { id: `${role}-${agency ?? 'tinh'}`, name: role, profile: PROFILE, role, agency };
}
const analyst = actor('analyst');
const leader = actor('leader');

async function assignedCase() {
  const article = await insertFlaggedArticle(database.pool, { profile: PROFILE, sectors: ['health'] });
  await casework.reviewFlag(analyst, {
    flagId: article.flagId,
    decision: 'confirmed',
    verdict: 'distorted',
    reason: 'trái số liệu',
  });
  const opened = await casework.openCase(analyst, { flagIds: [article.flagId] });
  const proposed = await casework.assign(analyst, { caseId: opened.caseId });
  const assigned =
    proposed.state === 'awaiting-assignment'
      ? await casework.approveAssignment(leader, { caseId: opened.caseId })
      : proposed;
  const row = await database.pool.query<{ lead: string }>('select lead_agency as lead from cases where id = $1', [
    opened.caseId,
  ]);
  return { article, assigned, caseId: opened.caseId, officer: actor('officer', row.rows[0]?.lead ?? '') };
}

describe('casework', () => {
  it('takes a confirmed flag the whole way to a closed case', async () => {
    const { article, caseId, officer } = await assignedCase();
    await casework.accept(officer, { caseId });
    const drafted = await casework.draft(officer, { caseId, title: 'Thông tin về chỉ tiêu', body: 'Chỉ tiêu tăng.' });
    await casework.submit(officer, { caseId });
    await casework.approve(leader, { caseId });
    const attachmentId = await insertAttachment(database.pool, {
      profile: PROFILE,
      caseId,
      fileName: 'thong-cao.pdf',
      mediaType: 'application/pdf',
      bytes: 10,
      sha256: '0'.repeat(64),
      readable: true,
      uploadedBy: officer.id,
      at: now,
    });
    const proof = { channel: 'press-release', number: '12/TCBC', date: '2026-11-23', attachmentId } as const;
    const released = await casework.release(officer, { caseId, responseId: drafted.responseId, proof });
    expect(released.state).toBe('released');
    const checks = await listOutletChecks(database.pool, caseId);
    expect(checks.map((check) => (check.dueAt.getTime() - now.getTime()) / 3600_000)).toEqual([1, 6, 24, 72, 168, 336]);
    const check = checks[0];
    await casework.proposeOutcome({ checkId: check?.id ?? '', outcome: 'corrected' });
    const confirmed = await casework.confirmOutcome(officer, {
      caseId,
      checkId: check?.id ?? '',
      outcome: 'corrected',
    });
    expect(confirmed.state).toBe('monitoring');
    const closed = await casework.close(analyst, { caseId, expectedVersion: confirmed.version });
    expect(closed.state).toBe('closed');
    const events = await listEvents(database.pool, caseId);
    expect(events.map((event) => event.seq)).toEqual(events.map((_, index) => index + 1));
    expect(article.flagId).not.toBe('');
  });

  it('refuses what the state does not allow, and says which states do', async () => {
    const { caseId, officer } = await assignedCase();
    await expect(casework.submit(officer, { caseId })).rejects.toMatchObject({
      code: 'wrong-state',
      detail: { allowedStates: ['responding'] },
    });
  });

  it('refuses the officer of another agency and people of another province', async () => {
    const { caseId } = await assignedCase();
    await expect(casework.accept(actor('officer', 'so-xay-dung'), { caseId })).rejects.toMatchObject({
      code: 'forbidden',
    });
    const stranger = { ...leader, profile: 'cao-bang' };
    await expect(casework.accept(stranger, { caseId })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('shows the second of two people what the first one did', async () => {
    const { caseId, officer, assigned } = await assignedCase();
    await casework.accept(officer, { caseId, expectedVersion: assigned.version });
    await expect(
      casework.returnCase(officer, {
        caseId,
        reason: 'không đúng',
        rightAgency: 'so-tai-chinh',
        expectedVersion: assigned.version,
      }),
    ).rejects.toMatchObject({ code: 'conflict', detail: { changes: [{ command: 'accept', toState: 'accepted' }] } });
  });

  it('names the proof that a release lacks', async () => {
    const { caseId, officer } = await assignedCase();
    const proof: unknown = { channel: 'press-release', number: '1/TCBC' };
    const input = { caseId, responseId: '1', proof };
    // @ts-expect-error a proof without date and file does not even compile
    await expect(casework.release(officer, input)).rejects.toMatchObject({
      code: 'proof-missing',
      message: expect.stringContaining('số, ngày và tệp của thông cáo báo chí'),
    });
  });
});
