import { verifyChain } from '@lamro/casework';
import { listCaseDeadlines, listOutletChecks, listResponses } from '@lamro/database';
import { CHANNELS } from '@lamro/domain';
import { loadProfile, PROFILE_IDS } from '@lamro/profiles';
import { insertFlaggedArticle } from '@lamro/testkit';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  ANSWER,
  answerMatter,
  assignMatter,
  attach,
  finishMatter,
  type Office,
  openMatter,
  openOffice,
  prove,
} from './office.ts';

let office: Office;
const START = new Date('2026-11-23T02:00:00Z');
beforeAll(async () => {
  office = await openOffice();
});
afterEach(() => {
  office.clock.now = START;
});
afterAll(() => office.close());

describe.each([...PROFILE_IDS])('%s: whole cases', (profile) => {
  const other = profile === 'hai-phong' ? 'so-du-lich' : 'so-cong-thuong';

  it.each([...CHANNELS])('answers by %s with its proof, or is told that the channel is shut', async (channel) => {
    const matter = await openMatter(office, profile);
    await assignMatter(office, matter);
    const responseId = await answerMatter(office, matter);
    const rule = loadProfile(profile).channels.find(({ id }) => id === channel);
    const proof = await prove(office, matter, channel);
    const released = office.casework.release(await matter.officer(), { caseId: matter.caseId, responseId, proof });
    if (rule?.open === false) {
      await expect(released).rejects.toMatchObject({ code: 'channel-closed' });
      expect(await matter.state()).toBe('approved');
      return;
    }
    expect((await released).state).toBe('released');
    expect(await listOutletChecks(office.database.pool, matter.caseId)).toHaveLength(6);
    expect((await finishMatter(office, matter)).state).toBe('closed');
  });

  it('is returned by an agency that it does not concern, and goes to the one it names', async () => {
    const matter = await openMatter(office, profile);
    const { caseId } = matter;
    await assignMatter(office, matter);
    const routed = await matter.lead();
    const back = { caseId, reason: 'Không thuộc lĩnh vực quản lý.', rightAgency: other };
    expect((await office.casework.returnCase(await matter.officer(), back)).state).toBe('returned');
    await assignMatter(office, matter, other);
    expect(await matter.lead()).toBe(other);
    expect(other).not.toBe(routed);
    await expect(office.casework.accept(office.actor(profile, 'officer', routed), { caseId })).rejects.toMatchObject({
      code: 'forbidden',
    });
    await answerMatter(office, matter);
    expect(await matter.state()).toBe('approved');
  });

  it('asks another agency for its opinion, with a clock of its own', async () => {
    const matter = await openMatter(office, profile);
    const { caseId } = matter;
    await assignMatter(office, matter);
    const officer = await matter.officer();
    const { assignmentId } = await office.casework.requestOpinion(officer, {
      caseId,
      agency: other,
      question: 'Số liệu này có đúng không?',
    });
    const asked = office.actor(profile, 'officer', other);
    const before = await office.casework.viewCase(asked, { caseId });
    expect(before.deadlines.filter(({ metAt, rule }) => metAt === null && /opinion/.test(rule))).toHaveLength(1);
    await expect(
      office.casework.giveOpinion(officer, { caseId, assignmentId, opinion: 'Đúng.' }),
    ).rejects.toMatchObject({ code: 'forbidden' });
    await office.casework.giveOpinion(asked, { caseId, assignmentId, opinion: 'Số liệu không đúng.' });
    await office.casework.accept(officer, { caseId });
    await office.casework.draft(officer, { caseId, ...ANSWER });
    const seen = await office.casework.viewCase(asked, { caseId });
    expect(seen.responses).toEqual([]);
    expect(seen.deadlines.find(({ rule }) => /opinion/.test(rule))?.metAt).not.toBeNull();
  });

  it('is assigned to another agency than the route names only with a reason', async () => {
    const matter = await openMatter(office, profile);
    const { caseId } = matter;
    await expect(office.casework.assign(matter.analyst, { caseId, agency: other })).rejects.toMatchObject({
      code: 'reason-missing',
    });
    await expect(
      office.casework.assign(matter.analyst, { caseId, agency: 'so-khong-co', reason: 'thử' }),
    ).rejects.toMatchObject({ code: 'invalid-input' });
    await assignMatter(office, matter, other);
    expect(await matter.lead()).toBe(other);
  });

  it('runs over its time and gets more, where the rule allows it', async () => {
    const matter = await openMatter(office, profile);
    const { caseId } = matter;
    await assignMatter(office, matter);
    office.clock.now = new Date(START.getTime() + 20 * 24 * 3600_000);
    const clocks = await listCaseDeadlines(office.database.pool, caseId);
    const draft = clocks.find(({ rule }) => rule === 'draft-response');
    expect(draft?.dueAt.getTime()).toBeLessThan(office.clock.now.getTime());
    const deadlineId = draft?.id ?? '';
    const input = { caseId, deadlineId, amount: 20, reason: 'Cần xác minh thêm tại cơ sở.' };
    const { dueAt } = await office.casework.extend(matter.coordinator, input);
    expect(dueAt.getTime()).toBeGreaterThan(office.clock.now.getTime());
    const fixed = clocks.find(({ rule }) => rule === 'accept-assignment');
    await expect(
      office.casework.extend(matter.coordinator, { ...input, deadlineId: fixed?.id ?? '' }),
    ).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(office.casework.extend(await matter.officer(), input)).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('ends without an answer by an approver with reach, risk and reason', async () => {
    const matter = await openMatter(office, profile);
    const { caseId } = matter;
    await assignMatter(office, matter);
    const why = {
      caseId,
      reach: 'Một trang nhỏ, dưới 100 lượt xem.',
      amplification: 'Trả lời sẽ làm lan rộng.',
      reason: 'Không cần thiết.',
    };
    await expect(office.casework.closeWithoutResponse(matter.analyst, why)).rejects.toMatchObject({
      code: 'forbidden',
    });
    expect((await office.casework.closeWithoutResponse(matter.leader, why)).state).toBe('closed');
    const clocks = await listCaseDeadlines(office.database.pool, caseId);
    expect(clocks.filter(({ metAt, cancelledAt }) => metAt === null && cancelledAt === null)).toEqual([]);
  });

  it('concerns a unit that was merged: its committee is gone, and a person decides or a successor answers', async () => {
    const gone = loadProfile(profile).units.find(({ tier, era }) => tier === 'district' && era === 'before-2025-07');
    const matter = await openMatter(office, profile, {
      sectors: [],
      places: [{ code: gone?.code ?? '', name: gone?.name ?? '' }],
    });
    const { route } = await office.casework.viewCase(matter.analyst, { caseId: matter.caseId });
    if (route.lead === null) {
      await expect(office.casework.assign(matter.analyst, { caseId: matter.caseId })).rejects.toMatchObject({
        code: 'route-open',
      });
      await assignMatter(office, matter, other);
      expect(await matter.lead()).toBe(other);
    } else {
      expect(loadProfile(profile).agencies.get(route.lead)?.to ?? null).toBeNull();
      await assignMatter(office, matter);
    }
    expect(await matter.state()).toBe('assigned');
  });

  it('answers a foreign report in two languages', async () => {
    const matter = await openMatter(office, profile, { origin: 'foreign', sectors: ['foreign-affairs'] });
    const { caseId } = matter;
    await assignMatter(office, matter, (await matter.lead()) === '' ? other : undefined);
    const officer = await matter.officer();
    await office.casework.accept(officer, { caseId });
    await office.casework.draft(officer, { caseId, ...ANSWER });
    await office.casework.draft(officer, {
      caseId,
      language: 'en',
      title: 'Clarification',
      body: 'The report is not correct.',
    });
    await office.casework.draft(officer, {
      caseId,
      language: 'en',
      title: 'Clarification',
      body: 'The report does not match official figures.',
    });
    await office.casework.submit(officer, { caseId });
    await office.casework.sendBack(matter.leader, { caseId, reason: 'Cần nêu nguồn.' });
    await office.casework.draft(officer, {
      caseId,
      language: 'en',
      title: 'Clarification',
      body: 'The report does not match the figures of the statistics office.',
    });
    await office.casework.submit(officer, { caseId });
    await office.casework.approve(matter.leader, { caseId });
    const responses = await listResponses(office.database.pool, caseId);
    expect(responses.map(({ language, number, state }) => `${language}${number} ${state}`)).toEqual([
      'en1 draft',
      'en2 sent-back',
      'en3 approved',
      'vi1 sent-back',
    ]);
  });

  it("is opened on an agency's own report, with comments on its draft", async () => {
    const matter = await openMatter(office, profile, {}, { reportedBy: other });
    const { caseId } = matter;
    await assignMatter(office, matter);
    const officer = await matter.officer();
    await office.casework.accept(officer, { caseId });
    const { responseId } = await office.casework.draft(officer, { caseId, ...ANSWER });
    await office.casework.comment(matter.leader, { caseId, responseId, body: 'Nêu thêm kỳ số liệu.' });
    const stranger = office.actor(profile, 'officer', 'cong-an-tinh');
    await expect(office.casework.comment(stranger, { caseId, responseId, body: 'Xem giúp.' })).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(office.casework.viewCase(stranger, { caseId })).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('withdraws its release, is retracted, and reopens', async () => {
    const matter = await openMatter(office, profile);
    const { caseId } = matter;
    await assignMatter(office, matter);
    const responseId = await answerMatter(office, matter);
    const channel = loadProfile(profile).channels.find(({ open }) => open)?.id ?? 'press-conference';
    const proof = await prove(office, matter, channel);
    const { releaseId } = await office.casework.release(await matter.officer(), { caseId, responseId, proof });
    const back = { caseId, releaseId, reason: 'Số liệu nguồn đã điều chỉnh.' };
    await expect(office.casework.withdrawRelease(await matter.officer(), back)).rejects.toMatchObject({
      code: 'forbidden',
    });
    expect((await office.casework.withdrawRelease(matter.leader, back)).state).toBe('retracted');
    await expect(office.casework.withdrawRelease(matter.leader, back)).rejects.toMatchObject({ code: 'wrong-state' });
    expect((await office.casework.close(matter.analyst, { caseId, reason: 'Đã thu hồi.' })).state).toBe('closed');
    expect((await office.casework.reopen(matter.analyst, { caseId, reason: 'Trả lời lại.' })).state).toBe('reopened');
    await assignMatter(office, matter);
    await answerMatter(office, matter);
    expect(await matter.state()).toBe('approved');
  });

  it('is reopened when the official record that it rested on is withdrawn', async () => {
    const matter = await openMatter(office, profile);
    const { caseId } = matter;
    await assignMatter(office, matter);
    await answerMatter(office, matter);
    const consequences = await office.casework.withdrawRecord(matter.coordinator, {
      recordId: matter.recordId,
      reason: 'Đã đính chính.',
    });
    expect(consequences).toEqual({ flags: [matter.flagId], cases: [caseId] });
    expect(await matter.state()).toBe('sent-back');
    const told = await office.database.pool.query(
      "select 1 from case_events where case_id = $1 and command = 'ground-withdrawn'",
      [caseId],
    );
    expect(told.rowCount).toBe(1);
  });

  it('serves a republication with the same answer, and closes after a silent edit', async () => {
    const matter = await openMatter(office, profile);
    const { caseId } = matter;
    await assignMatter(office, matter);
    const responseId = await answerMatter(office, matter);
    const officer = await matter.officer();
    const channel = loadProfile(profile).channels.find(({ open }) => open)?.id ?? 'press-conference';
    await office.casework.release(officer, { caseId, responseId, proof: await prove(office, matter, channel) });
    const again = await insertFlaggedArticle(office.database.pool, { profile, storyId: matter.storyId });
    const { articleId } = again;
    await expect(
      office.casework.attachRepublication(officer, { caseId, articleId, quote: 'Lời không có trong bài.' }),
    ).rejects.toMatchObject({ code: 'check-failed' });
    await office.casework.attachRepublication(officer, { caseId, articleId, quote: 'Theo bài viết, chỉ tiêu đã giảm' });
    const checks = await listOutletChecks(office.database.pool, caseId);
    expect(checks).toHaveLength(12);
    const check = checks.find(({ articleId }) => articleId === matter.articleId);
    await office.casework.proposeOutcome({
      checkId: check?.id ?? '',
      outcome: 'silently-edited',
      difference: { changed: true },
    });
    expect(await matter.state()).toBe('monitoring');
    await office.casework.confirmOutcome(officer, { caseId, checkId: check?.id ?? '', outcome: 'silently-edited' });
    expect((await office.casework.close(matter.analyst, { caseId })).state).toBe('closed');
  });

  it('has its dossier prefilled, completed and handed over', async () => {
    const matter = await openMatter(office, profile);
    const { caseId } = matter;
    await assignMatter(office, matter);
    const { row, dossier } = await office.casework.viewCase(matter.analyst, { caseId });
    const filled = dossier.filter((section) => section.filled).map(({ section }) => section);
    expect(filled).toEqual(expect.arrayContaining(['distorted-content', 'spread', 'facts']));
    expect(dossier.find(({ section }) => section === 'facts')?.items[0]?.recordId).toBe(matter.recordId);
    const builder = office.actor(profile, 'officer', row.dossierAgency ?? '');
    await expect(office.casework.finishDossier(builder, { caseId })).rejects.toMatchObject({ code: 'check-failed' });
    for (const section of ['impact', 'message', 'legal-ground'] as const) {
      await office.casework.addDossierItem(builder, { caseId, section, body: 'Nội dung đã xác minh.' });
    }
    await expect(
      office.casework.addDossierItem(builder, { caseId, section: 'facts', body: 'Không nguồn.' }),
    ).rejects.toMatchObject({ code: 'invalid-input' });
    const attachmentId = await attach(office, matter, 'bao-cao.pdf');
    await office.casework.addDossierItem(builder, { caseId, section: 'facts', body: 'Theo báo cáo.', attachmentId });
    await office.casework.finishDossier(builder, { caseId });
  });

  it('leaves every chain whole', async () => {
    const report = await verifyChain(office.database.pool, profile);
    expect(report).toMatchObject({ ok: true, firstBroken: null });
    expect(report.cases).toBeGreaterThanOrEqual(19);
  });
});
