import { listEvents, listOutletChecks, listReleases, listResponses } from '@lamro/database';
import { insertFlaggedArticle } from '@lamro/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  ANSWER,
  answerMatter,
  assignMatter,
  finishMatter,
  type Matter,
  type Office,
  openMatter,
  openOffice,
  prove,
} from './office.ts';
import { addAccounts, traceCase } from './trace.ts';

// A province where nobody waits for a leader's approval, and whoever answers builds the dossier.
const PROFILE = 'hai-phong';
const OTHER = 'so-cong-thuong';
const reason = 'Có lý do.';
const sourceUrl = 'https://haiphong.example/thong-cao';
let office: Office;
beforeAll(async () => {
  office = await openOffice();
  await addAccounts(office, PROFILE, ['so-y-te', OTHER]);
});
afterAll(() => office.close());

async function assigned(): Promise<Matter> {
  const matter = await openMatter(office, PROFILE);
  await assignMatter(office, matter);
  return matter;
}

async function released(answer = ANSWER) {
  const matter = await assigned();
  const responseId = await answerMatter(office, matter, answer);
  const officer = await matter.officer();
  const { caseId } = matter;
  const proof = await prove(office, matter, 'press-release');
  const { releaseId } = await office.casework.release(officer, { caseId, responseId, proof });
  return { matter, caseId, officer, responseId, releaseId };
}

describe('a public answer', () => {
  const open = (caseId: string, releaseId: string, claim = 'Bài báo nêu chỉ còn 2 bệnh viện.') =>
    office.casework.openToPublic(office.actor(PROFILE, 'leader'), { caseId, releaseId, claim, noPrivatePersons: true });

  it('is told to everybody who works on the case, when it is opened and when it is closed', async () => {
    const { matter, caseId, releaseId } = await released();
    const follow = traceCase(office, caseId);
    await follow(async () => undefined);
    const { row } = await office.casework.viewCase(matter.analyst, { caseId });
    const everybody = ['analyst-so-ngoai-vu', 'analyst-tinh', 'coordinator-tinh', 'leader-so-y-te', 'officer-so-y-te'];
    expect(await follow(() => open(caseId, releaseId))).toMatchObject({
      events: ['open-to-public: released → released'],
      evidence: [{ clarification: '#', release: '#' }],
      told: { 'clarification-opened': everybody },
      words: {
        'clarification-opened': { title: `Hồ sơ ${row.number}: nội dung làm rõ đã được công khai`, body: row.title },
      },
    });
    await expect(open(caseId, releaseId)).rejects.toThrow(
      'Nội dung làm rõ của hồ sơ này đang được công khai: hãy tải lại trang.',
    );
    expect(await follow(() => office.casework.closeToPublic(matter.leader, { caseId, reason }))).toMatchObject({
      events: ['close-to-public: released → released'],
      evidence: [{ clarification: '#' }],
      told: { 'clarification-closed': everybody },
      words: {
        'clarification-closed': { title: `Hồ sơ ${row.number}: nội dung làm rõ thôi công khai`, body: row.title },
      },
    });
  });

  it.each([
    ['Trần Thị Bưởi - Lê Văn Chanh', 'Bài của Lê Văn Chanh nêu sai.'],
    ['Trần Thị Bưởi; Lê Văn Chanh', 'Bài của Lê Văn Chanh nêu sai.'],
  ])('names nobody who wrote: %s', async (byline, body) => {
    const { matter, caseId, releaseId } = await released({ title: ANSWER.title, body });
    await office.database.pool.query('update article_versions set byline = $2 where article_id = $1', [
      matter.articleId,
      byline,
    ]);
    await expect(open(caseId, releaseId)).rejects.toMatchObject({ code: 'check-failed' });
  });
});

describe('a clarification', () => {
  const BODY = 'Dòng thứ nhất của câu trả lời.\nDòng thứ hai nêu số liệu.';
  const publish = (caseId: string, releaseId: string, more: object = {}) =>
    office.casework.publishClarification(office.actor(PROFILE, 'coordinator'), {
      caseId,
      releaseId,
      sourceUrl,
      ...more,
    });

  it('is the passage as it was approved, whatever ends its lines, and cites the facts of the dossier alone', async () => {
    const matter = await assigned();
    const { caseId } = matter;
    const { pool } = office.database;
    const officer = await matter.officer();
    const { recordId: aside } = await insertFlaggedArticle(pool, { profile: PROFILE });
    const entry = { caseId, section: 'impact', body: 'Tác động đo bằng số liệu này.', recordId: aside } as const;
    await office.casework.addDossierItem(officer, entry);
    const responseId = await answerMatter(office, matter, { title: ANSWER.title, body: BODY });
    const proof = await prove(office, matter, 'press-release');
    const { releaseId } = await office.casework.release(officer, { caseId, responseId, proof });
    const { recordId } = await publish(caseId, releaseId, { passage: BODY.replace('\n', '\r\n') });
    const written = await pool.query('select text, source from official_records where id = $1', [recordId]);
    expect(written.rows).toEqual([{ text: BODY, source: 'Sở Y tế' }]);
    expect((await listEvents(pool, caseId)).at(-1)?.evidence).toMatchObject({ cites: [matter.recordId] });
  });

  it('is made of a release that stands, on records that stand', async () => {
    const { matter, caseId, releaseId } = await released();
    const { recordId } = await insertFlaggedArticle(office.database.pool, { profile: PROFILE });
    await office.casework.withdrawRecord(matter.coordinator, { recordId, reason });
    await expect(publish(caseId, releaseId, { recordIds: [recordId] })).rejects.toMatchObject({ code: 'not-found' });
    const withdrawn = await released();
    await office.casework.release(withdrawn.officer, {
      caseId: withdrawn.caseId,
      responseId: withdrawn.responseId,
      proof: await prove(office, withdrawn.matter, 'portal-post'),
    });
    const back = { caseId: withdrawn.caseId, releaseId: withdrawn.releaseId, reason };
    await office.casework.withdrawRelease(withdrawn.matter.leader, back);
    await expect(publish(withdrawn.caseId, withdrawn.releaseId)).rejects.toThrow(
      `Hồ sơ này không có lần phát hành ${withdrawn.releaseId} còn hiệu lực: hãy tải lại trang.`,
    );
  });
});

describe('what is taken back', () => {
  it('leaves an answer standing that is out by another channel', async () => {
    const { matter, caseId, officer, responseId, releaseId } = await released();
    const proof = await prove(office, matter, 'portal-post');
    await office.casework.release(officer, { caseId, responseId, proof });
    const { pool } = office.database;
    const unknown = office.casework.withdrawRelease(matter.leader, { caseId, releaseId: '999999999', reason });
    await expect(unknown).rejects.toMatchObject({ code: 'not-found' });
    await office.casework.withdrawRelease(matter.leader, { caseId, releaseId, reason });
    expect(await matter.state()).toBe('released');
    expect(await listResponses(pool, caseId)).toMatchObject([{ state: 'approved', publicAt: expect.any(Date) }]);
    const last = (await listReleases(pool, caseId)).find(({ withdrawnAt }) => withdrawnAt === null);
    await office.casework.withdrawRelease(matter.leader, { caseId, releaseId: last?.id ?? '', reason });
    expect(await matter.state()).toBe('retracted');
    expect(await listResponses(pool, caseId)).toMatchObject([{ state: 'withdrawn', publicAt: null }]);
  });

  it.each(['submitted', 'approved'] as const)('sends back what was %s, and no older draft', async (state) => {
    const matter = await assigned();
    const { caseId, leader } = matter;
    const officer = await matter.officer();
    await office.casework.accept(officer, { caseId });
    await office.casework.draft(officer, { caseId, ...ANSWER });
    await office.casework.draft(officer, { caseId, ...ANSWER });
    await office.casework.submit(officer, { caseId });
    if (state === 'approved') await office.casework.approve(leader, { caseId });
    await office.casework.withdrawRecord(matter.coordinator, { recordId: matter.recordId, reason });
    const states = (await listResponses(office.database.pool, caseId)).map((response) => response.state);
    expect(states).toEqual(['draft', 'sent-back']);
  });
});

describe('the end of a case', () => {
  it('waits for a word about each article, in each round anew', async () => {
    const { matter, caseId, officer } = await released();
    const close = () => office.casework.close(matter.analyst, { caseId });
    const told =
      /^Chưa xác nhận phản ứng của báo với: "Bài kiểm thử số \d+" \(Báo Kiểm Thử\)\. Hãy xác nhận trước khi kết thúc\.$/;
    const early = await office.casework.recordOutcome(officer, {
      caseId,
      articleId: matter.articleId,
      outcome: 'unchanged',
      note: 'Báo chưa sửa.',
    });
    expect(early.state).toBe('monitoring');
    expect((await close()).state).toBe('closed');
    await office.casework.reopen(matter.analyst, { caseId, reason });
    await assignMatter(office, matter);
    const responseId = await answerMatter(office, matter);
    office.clock.now = new Date(office.clock.now.getTime() + 3600_000);
    await office.casework.release(officer, { caseId, responseId, proof: await prove(office, matter, 'press-release') });
    await office.casework.proposeOutcome({ checkId: await firstCheck(caseId), outcome: 'unchanged' });
    await expect(close()).rejects.toThrow(told);
    expect((await finishMatter(office, matter)).state).toBe('closed');
  });

  async function firstCheck(caseId: string): Promise<string> {
    const open = (await listOutletChecks(office.database.pool, caseId)).filter(({ state }) => state === 'waiting');
    return open[0]?.id ?? '';
  }

  it('takes a finding of one visit once', async () => {
    const { caseId } = await released();
    const finding = { checkId: await firstCheck(caseId), outcome: 'removed' } as const;
    const before = await listEvents(office.database.pool, caseId);
    expect(await office.casework.proposeOutcome(finding)).toMatchObject({ state: 'monitoring' });
    expect(await office.casework.proposeOutcome(finding)).toBeNull();
    expect((await listEvents(office.database.pool, caseId)).length).toBe(before.length + 2);
  });
});
