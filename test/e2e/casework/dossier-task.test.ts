import { listCaseDeadlines } from '@lamro/database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ANSWER, assignMatter, type Matter, type Office, openMatter, openOffice } from './office.ts';

const PROFILE = 'thai-binh';
const OTHER = 'so-cong-thuong';
const THIRD = 'so-tai-chinh';
const reason = 'Không giữ tư liệu về lĩnh vực này.';
let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

/** Assigned, with the dossier at another agency than the answer. */
async function assigned(profile = PROFILE): Promise<Matter> {
  const matter = await openMatter(office, profile);
  await assignMatter(office, matter);
  if ((await matter.dossier()) === (await matter.lead())) {
    const by = profile === PROFILE || profile === 'lam-dong' ? matter.leader : matter.analyst;
    await office.casework.assignDossier(by, { caseId: matter.caseId, agency: THIRD, reason });
  }
  return matter;
}

async function runningClocks(caseId: string) {
  const clocks = await listCaseDeadlines(office.database.pool, caseId);
  return clocks.filter(({ metAt, cancelledAt }) => metAt === null && cancelledAt === null);
}

async function tasks(caseId: string) {
  const found = await office.database.pool.query<{ agency: string; state: string }>(
    "select agency, state from assignments where case_id = $1 and task = 'dossier' order by id",
    [caseId],
  );
  return found.rows.map(({ agency, state }) => `${agency} ${state}`);
}

describe('a dossier that is another agency’s than the answer', () => {
  it.each(['thai-binh', 'lam-dong'])('%s: runs beside the answer with clocks of its own', async (profile) => {
    const matter = await assigned(profile);
    const { caseId } = matter;
    const builder = office.actor(profile, 'officer', await matter.dossier());
    const own = (await runningClocks(caseId)).filter(({ assignmentId }) => assignmentId !== null);
    expect(own.map(({ rule }) => rule).sort()).toEqual(['accept-assignment', 'build-dossier']);
    // Each accepts for itself: the one does not stop the other's clock.
    await office.casework.accept(await matter.officer(), { caseId });
    expect((await runningClocks(caseId)).filter(({ rule }) => rule === 'accept-assignment')).toHaveLength(1);
    await office.casework.acceptDossier(builder, { caseId });
    expect((await runningClocks(caseId)).map(({ rule }) => rule)).not.toContain('accept-assignment');
    await expect(office.casework.acceptDossier(builder, { caseId })).rejects.toMatchObject({ code: 'wrong-state' });
    expect(await tasks(caseId)).toContain(`${builder.agency} accepted`);
    for (const section of ['impact', 'message', 'legal-ground'] as const) {
      await office.casework.addDossierItem(builder, { caseId, section, body: 'Nội dung đã xác minh.' });
    }
    await office.casework.finishDossier(builder, { caseId });
    expect((await runningClocks(caseId)).filter(({ assignmentId }) => assignmentId !== null)).toEqual([]);
    expect((await runningClocks(caseId)).map(({ rule }) => rule)).toContain('draft-response');
    await expect(office.casework.returnDossier(builder, { caseId, reason, rightAgency: OTHER })).rejects.toMatchObject({
      code: 'wrong-state',
    });
  });

  it('is returned, falls to the answering agency, and is given to the right one', async () => {
    const matter = await assigned();
    const { caseId } = matter;
    const first = await matter.dossier();
    const lead = await matter.officer();
    const builder = office.actor(PROFILE, 'officer', first);
    await expect(office.casework.returnDossier(builder, { caseId, reason, rightAgency: first })).rejects.toMatchObject({
      code: 'invalid-input',
    });
    await expect(office.casework.returnDossier(lead, { caseId, reason, rightAgency: OTHER })).rejects.toMatchObject({
      code: 'forbidden',
    });
    const returned = await office.casework.returnDossier(builder, { caseId, reason, rightAgency: OTHER });
    expect(returned.state).toBe('assigned');
    expect(await matter.dossier()).toBe(await matter.lead());
    expect((await runningClocks(caseId)).filter(({ assignmentId }) => assignmentId !== null)).toEqual([]);
    await expect(
      office.casework.addDossierItem(builder, { caseId, section: 'impact', body: 'x' }),
    ).rejects.toMatchObject({ code: 'forbidden' });
    // Thái Bình wants a leader behind every assignment, this one too.
    await expect(
      office.casework.assignDossier(matter.analyst, { caseId, agency: OTHER, reason }),
    ).rejects.toMatchObject({ code: 'forbidden' });
    await office.casework.assignDossier(matter.leader, { caseId, agency: OTHER, reason });
    const right = office.actor(PROFILE, 'officer', OTHER);
    await office.casework.acceptDossier(right, { caseId });
    await office.casework.addDossierItem(right, { caseId, section: 'impact', body: 'Tác động nhỏ.' });
    expect(await tasks(caseId)).toEqual([`${first} returned`, `${OTHER} accepted`]);
    expect((await office.casework.viewCase(right, { caseId })).dossier.length).toBeGreaterThan(0);
  });

  it('is taken back by its assigner, clocks and all', async () => {
    const matter = await assigned();
    const { caseId } = matter;
    const before = await matter.dossier();
    const lead = await matter.lead();
    await expect(
      office.casework.assignDossier(matter.leader, { caseId, agency: before, reason }),
    ).rejects.toMatchObject({ code: 'invalid-input' });
    await office.casework.assignDossier(matter.leader, { caseId, agency: lead, reason });
    expect(await matter.dossier()).toBe(lead);
    expect(await tasks(caseId)).toEqual([`${before} cancelled`]);
    expect((await runningClocks(caseId)).filter(({ assignmentId }) => assignmentId !== null)).toEqual([]);
  });

  it('may be accepted by one of two people at once', async () => {
    const matter = await assigned();
    const { caseId } = matter;
    const agency = await matter.dossier();
    const people = Array.from({ length: 5 }, (_, n) => ({ ...office.actor(PROFILE, 'officer', agency), id: `p-${n}` }));
    const results = await Promise.allSettled(people.map((person) => office.casework.acceptDossier(person, { caseId })));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await tasks(caseId)).toEqual([`${agency} accepted`]);
  });
});

describe('the drafting clock', () => {
  it('starts anew when a draft is sent back', async () => {
    const matter = await openMatter(office, PROFILE);
    const { caseId } = matter;
    await assignMatter(office, matter);
    const officer = await matter.officer();
    await office.casework.accept(officer, { caseId });
    await office.casework.draft(officer, { caseId, ...ANSWER });
    await office.casework.submit(officer, { caseId });
    const waiting = (await runningClocks(caseId)).map(({ rule }) => rule);
    expect(waiting).toContain('approve-response');
    expect(waiting).not.toContain('draft-response');
    await office.casework.sendBack(matter.leader, { caseId, reason: 'Thiếu nguồn.' });
    const again = (await runningClocks(caseId)).map(({ rule }) => rule);
    expect(again).toContain('draft-response');
    expect(again).not.toContain('approve-response');
  });

  it('starts anew when a ground of a submitted answer falls away', async () => {
    const matter = await openMatter(office, PROFILE);
    const { caseId } = matter;
    await assignMatter(office, matter);
    const officer = await matter.officer();
    await office.casework.accept(officer, { caseId });
    await office.casework.draft(officer, { caseId, ...ANSWER });
    await office.casework.submit(officer, { caseId });
    await office.casework.withdrawRecord(matter.coordinator, { recordId: matter.recordId, reason: 'Đã đính chính.' });
    expect(await matter.state()).toBe('sent-back');
    const rules = (await runningClocks(caseId)).map(({ rule }) => rule);
    expect(rules).toContain('draft-response');
    expect(rules).not.toContain('approve-response');
  });
});
