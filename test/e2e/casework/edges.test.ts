import { listAssignments, listResponses } from '@lamro/database';
import { insertFlaggedArticle } from '@lamro/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ANSWER, answerMatter, assignMatter, type Office, openMatter, openOffice, prove } from './office.ts';

const PROFILE = 'hai-phong';
const OTHER = 'so-cong-thuong';
const THIRD = 'so-tai-chinh';
const reason = 'Có lý do.';
let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

async function assigned(profile = PROFILE) {
  const matter = await openMatter(office, profile);
  await assignMatter(office, matter);
  return { matter, caseId: matter.caseId, officer: await matter.officer() };
}

async function tasksOf(caseId: string): Promise<readonly string[]> {
  const tasks = await listAssignments(office.database.pool, caseId);
  return tasks.map(({ task, agency, state }) => `${task} ${agency}: ${state}`);
}

describe('a task', () => {
  it('is handed back after it was accepted', async () => {
    const { matter, caseId, officer } = await assigned();
    await office.casework.accept(officer, { caseId });
    await office.casework.returnCase(officer, { caseId, reason, rightAgency: OTHER });
    expect(await tasksOf(caseId)).toEqual([`response ${await matter.lead()}: returned`]);
  });

  it('of building the dossier is given to another without a leader where the province does not want one', async () => {
    const { matter, caseId, officer } = await assigned();
    const given = { caseId, agency: THIRD, reason };
    await expect(office.casework.assignDossier(officer, given)).rejects.toMatchObject({ code: 'forbidden' });
    await office.casework.assignDossier(matter.analyst, given);
    expect(await tasksOf(caseId)).toContain(`dossier ${THIRD}: open`);
  });

  it('of giving an opinion waits for its answer before the same agency is asked again', async () => {
    const { caseId, officer } = await assigned();
    const ask = (agency: string) =>
      office.casework.requestOpinion(officer, { caseId, agency, question: 'Số liệu này có đúng không?' });
    const { assignmentId } = await ask(OTHER);
    await expect(ask(OTHER)).rejects.toMatchObject({
      code: 'wrong-state',
      message: 'Đang chờ ý kiến của Sở Công Thương: hãy đợi trả lời trước khi hỏi thêm.',
    });
    await ask(THIRD);
    const asked = office.actor(PROFILE, 'officer', OTHER);
    await office.casework.giveOpinion(asked, { caseId, assignmentId, opinion: 'Số liệu đúng.' });
    await ask(OTHER);
    expect((await tasksOf(caseId)).filter((task) => task.startsWith('opinion'))).toEqual([
      `opinion ${OTHER}: done`,
      `opinion ${THIRD}: open`,
      `opinion ${OTHER}: open`,
    ]);
  });
});

describe('a dossier', () => {
  it('is prefilled with what the ledger knows, with times of the province and the ground in law', async () => {
    const { caseId, officer } = await assigned('lam-dong');
    const { pool } = office.database;
    const { dossier, articles } = await office.casework.viewCase(officer, { caseId });
    const body = (section: string) => dossier.find((one) => one.section === section)?.items.map((item) => item.body);
    const [article] = articles;
    const at = await pool.query<{ at: string }>(
      `select to_char(published_at at time zone 'Asia/Ho_Chi_Minh', 'HH24:MI DD/MM/YYYY') as at from article_versions
       where id = $1`,
      [article?.versionId],
    );
    expect(body('distorted-content')).toEqual([
      `Xuất hiện đầu tiên tại bài "${article?.title}" (Báo Kiểm Thử, ${at.rows[0]?.at}): "${article?.quote}"`,
    ]);
    expect(body('spread')).toEqual([
      expect.stringMatching(
        /^1 bài trên 1 báo \(nước: VN; ngôn ngữ: vi\), từ \d\d:\d\d \d\d\/\d\d\/\d{4} đến \d\d:\d\d/,
      ),
    ]);
    const [ground] = body('legal-ground') ?? [];
    const clauses = ground?.split('; ') ?? [];
    expect(clauses.length).toBeGreaterThan(2);
    expect(new Set(clauses).size).toBe(clauses.length);
    for (const clause of clauses) expect(clause).toMatch(/ Điều \d+ (?:Quy chế|Quy định) \(\d+\/\d{4}\/QĐ-UBND\)$/);
  });

  it('has each entry replaced once', async () => {
    const { caseId, officer } = await assigned();
    const entry = { caseId, section: 'impact', body: 'Tác động nhỏ.' } as const;
    const { itemId } = await office.casework.addDossierItem(officer, entry);
    const replaced = await office.casework.addDossierItem(officer, { ...entry, body: 'Lớn hơn.', replaces: itemId });
    const { events, dossier } = await office.casework.viewCase(officer, { caseId });
    expect(events.at(-1)?.evidence).toEqual({ item: replaced.itemId, section: 'impact', replaces: itemId });
    const standing = dossier.find(({ section }) => section === 'impact')?.items.map(({ body }) => body);
    expect(standing).toEqual(['Lớn hơn.']);
    const late = office.casework.addDossierItem(officer, { ...entry, replaces: itemId });
    await expect(late).rejects.toMatchObject({ code: 'conflict', detail: { currentVersion: replaced.version } });
  });
});

describe('an agency that was only asked', () => {
  it('sees of the answer what went out, and leaves no line of having opened the case', async () => {
    const { matter, caseId, officer } = await assigned();
    const question = { caseId, agency: OTHER, question: 'Số liệu này có đúng không?' };
    await office.casework.requestOpinion(officer, question);
    const asked = office.actor(PROFILE, 'officer', OTHER);
    const responseId = await answerMatter(office, matter);
    const seen = async () => (await office.casework.viewCase(asked, { caseId })).responses.map(({ id }) => id);
    expect(await seen()).toEqual([]);
    const proof = await prove(office, matter, 'press-release');
    await office.casework.release(officer, { caseId, responseId, proof });
    expect(await seen()).toEqual([responseId]);
    expect(await listResponses(office.database.pool, caseId)).toHaveLength(1);
    await office.casework.viewCase(officer, { caseId });
    const opened = await office.database.pool.query<{ who: string }>(
      "select actor_id as who from audit_entries where action = 'open-case' and object_id = $1",
      [caseId],
    );
    expect(opened.rows).toEqual([{ who: officer.id }]);
  });
});

describe('what is refused says why', () => {
  it('for an article that is in the case, a draft that is not, a speaker that nobody entered', async () => {
    const { matter, caseId, officer } = await assigned();
    const { casework, database } = office;
    const responseId = await answerMatter(office, matter);
    await casework.release(officer, { caseId, responseId, proof: await prove(office, matter, 'press-release') });
    const again = await insertFlaggedArticle(database.pool, { profile: PROFILE, storyId: matter.storyId });
    const repeated = { caseId, articleId: again.articleId, quote: 'Theo bài viết, chỉ tiêu đã giảm' };
    await casework.attachRepublication(officer, repeated);
    await expect(casework.attachRepublication(officer, repeated)).rejects.toThrow('Bài này đã nằm trong hồ sơ.');
    const { row } = await casework.viewCase(officer, { caseId });
    await expect(casework.checkDraft(officer, { caseId, responseId: '999999999' })).rejects.toThrow(
      `Hồ sơ ${row.number} không có dự thảo 999999999: hãy tải lại trang.`,
    );
    await expect(casework.endSpokesperson(matter.coordinator, { spokespersonId: '999999999' })).rejects.toThrow(
      'Không có người phát ngôn 999999999 trong danh sách: hãy tải lại trang.',
    );
  });

  it('for a flag of another province', async () => {
    const { flagId } = await insertFlaggedArticle(office.database.pool, { profile: 'thai-binh', sectors: ['health'] });
    const verdict = { flagId, decision: 'confirmed', verdict: 'distorted', reason } as const;
    const reviewed = office.casework.reviewFlag(office.actor(PROFILE, 'analyst'), verdict);
    await expect(reviewed).rejects.toMatchObject({ code: 'not-found' });
    await office.casework.reviewFlag(office.actor('thai-binh', 'analyst'), verdict);
  });

  it('for an answer to a flag whose evidence has fallen meanwhile', async () => {
    const { matter, caseId, officer } = await assigned();
    await office.casework.accept(officer, { caseId });
    await office.casework.draft(officer, { caseId, ...ANSWER });
    await office.casework.submit(officer, { caseId });
    await office.casework.withdrawRecord(matter.coordinator, { recordId: matter.recordId, reason });
    expect(await matter.state()).toBe('sent-back');
    await office.casework.draft(officer, { caseId, ...ANSWER });
    await office.casework.submit(officer, { caseId });
    await expect(office.casework.approve(matter.leader, { caseId })).rejects.toMatchObject({ code: 'check-failed' });
    expect(await matter.state()).toBe('submitted');
  });

  it('names who may open a case', async () => {
    const { flagId } = await insertFlaggedArticle(office.database.pool, { profile: PROFILE, sectors: ['health'] });
    const analyst = office.actor(PROFILE, 'analyst');
    const verdict = { decision: 'confirmed', verdict: 'distorted', reason } as const;
    await office.casework.reviewFlag(analyst, { flagId, ...verdict });
    await expect(
      office.casework.openCase(office.actor(PROFILE, 'auditor'), { flagIds: [flagId] }),
    ).rejects.toMatchObject({ code: 'forbidden', detail: { whoMay: expect.arrayContaining(['analyst']) } });
  });

  it('lists what the release check found, and the remedy that there is', async () => {
    const { caseId, officer } = await assigned();
    await office.casework.accept(officer, { caseId });
    const submit = async (body: string) => {
      await office.casework.draft(officer, { caseId, title: ANSWER.title, body });
      return office.casework.submit(officer, { caseId });
    };
    await expect(submit('Bài viết dùng cách gọi “Tây Sa” là sai sự thật.')).rejects.toMatchObject({
      code: 'check-failed',
      message: expect.stringMatching(
        /^Kiểm tra trước phát hành: "Tây Sa": .* Hãy sửa dự thảo, hoặc xác nhận là đúng và ghi lý do\.$/,
      ),
      detail: { issues: [{ path: 'island-name', message: expect.stringContaining('"Tây Sa": ') }] },
    });
    await expect(submit('Tàu hoạt động tại quần đảo Tây Sa.')).rejects.toMatchObject({
      message: expect.stringMatching(/ Hãy sửa dự thảo\.$/),
    });
  });
});
