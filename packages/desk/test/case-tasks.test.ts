import type { Actor } from '@lamro/access';
import type { Role } from '@lamro/domain';
import { insertFlaggedArticle } from '@lamro/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AGENCY, type Office, openOffice, PROFILE } from './office.ts';

const OTHER = 'so-cong-thuong';
const reason = 'Theo lĩnh vực phụ trách.';
let office: Office;
let accounts: readonly Actor[];
beforeAll(async () => {
  office = await openOffice();
  accounts = await office.identity.listAccounts(PROFILE);
});
afterAll(() => office.close());

function as(role: Role): Actor {
  const account = accounts.find((candidate) => candidate.role === role);
  if (account === undefined) throw new Error(`no account for ${role}`);
  return account;
}

/** A case given to an agency and, where it is the officer's own, accepted. */
async function assignedTo(agency: string): Promise<string> {
  const { casework, database } = office;
  const { flagId } = await insertFlaggedArticle(database.pool, { profile: PROFILE, sectors: ['health'] });
  await casework.reviewFlag(as('analyst'), { flagId, decision: 'confirmed', reason });
  const { caseId } = await casework.openCase(as('analyst'), { flagIds: [flagId] });
  await casework.assign(as('analyst'), { caseId, agency, reason });
  await casework.approveAssignment(as('leader'), { caseId });
  if (agency === AGENCY) await casework.accept(as('officer'), { caseId });
  return caseId;
}

describe('the dossier of another agency’s answer', () => {
  it('is given, accepted and handed back by forms', async () => {
    const caseId = await assignedTo(OTHER);
    const path = `/cases/${caseId}`;
    const [leader, officer] = await Promise.all([office.visitor('leader'), office.visitor('officer')]);
    await leader.get(path);
    const given = await leader.submit(`${path}/assign-dossier`, { agency: AGENCY, reason });
    expect(given.$('[role=status]').text()).toBe('Đã ghi.');
    const page = await officer.get(path);
    expect(page.$(`form[action="${path}/accept"]`)).toHaveLength(0);
    await officer.submit(`${path}/accept-dossier`);
    const accepted = await officer.get(path);
    expect(accepted.$(`form[action="${path}/accept-dossier"]`)).toHaveLength(0);
    const returned = await officer.submit(`${path}/return-dossier`, { rightAgency: OTHER, reason });
    expect(returned.$('[role=status]').text()).toBe('Đã ghi.');
    const tasks = await office.database.pool.query(
      "select agency, state, returned_to from assignments where case_id = $1 and task = 'dossier' and agency = $2",
      [caseId, AGENCY],
    );
    expect(tasks.rows).toEqual([{ agency: AGENCY, state: 'returned', returned_to: OTHER }]);
    expect(office.failures).toEqual([]);
  });
});

describe('a draft with something to be confirmed', () => {
  it('is submitted once a person says on the form that it is meant so', async () => {
    const caseId = await assignedTo(AGENCY);
    const path = `/cases/${caseId}`;
    await office.casework.draft(as('officer'), {
      caseId,
      title: 'Trả lời',
      body: 'Sự việc ở huyện Tien Hai không đúng.',
    });
    const officer = await office.visitor('officer');
    await officer.get(path);
    const refused = await officer.submit(`${path}/submit`, { note: 'Trích nguyên văn bài báo.' });
    expect(refused.status).toBe(409);
    expect(refused.$('[role=alert]').text()).toContain('Tiền Hải');
    const done = await officer.submit(`${path}/submit`, { note: 'Trích nguyên văn bài báo.', acknowledge: 'yes' });
    expect(done.$('.actions .badge').first().text()).toBe('Chờ phê duyệt');
  });
});

describe('a released answer', () => {
  it('becomes an official record by a form, and its opening is logged', async () => {
    const { casework, database } = office;
    const caseId = await assignedTo(AGENCY);
    const path = `/cases/${caseId}`;
    const officer = as('officer');
    const text = { title: 'Về chỉ tiêu', body: 'Chỉ tiêu tăng theo báo cáo. Bài viết nêu không đúng.' };
    const { responseId } = await casework.draft(officer, { caseId, ...text });
    await casework.submit(officer, { caseId });
    await casework.approve(as('leader'), { caseId });
    const sentAt = new Date().toISOString();
    const proof = { channel: 'information-to-press', recipient: 'Báo Kiểm Thử', sentAt, receipt: 'số 3' } as const;
    await casework.release(officer, { caseId, responseId, proof });
    const leader = await office.visitor('leader');
    await leader.get(path);
    const lacking = await leader.submit(`${path}/publish-clarification`, { passage: 'Bài viết nêu không đúng.' });
    expect(lacking.$('[role=alert]').text()).toContain('số văn bản');
    const done = await leader.submit(`${path}/publish-clarification`, {
      passage: 'Bài viết nêu không đúng.',
      documentNumber: '45/SYT',
      sourceUrl: 'https://so-y-te.example/45',
    });
    expect(done.$('[role=status]').text()).toBe('Đã ghi.');
    const record = await database.pool.query(
      "select text, document_number from official_records where kind = 'clarification'",
    );
    expect(record.rows).toEqual([{ text: 'Bài viết nêu không đúng.', document_number: '45/SYT' }]);
    const packages = done.$('#packages-title').closest('section').find('a[download]').toArray();
    expect(packages.map((link) => done.$(link).text())).toEqual([
      'Bộ Ngoại giao (ZIP)',
      'Các cơ quan đại diện ngoại giao nước ngoài ở Việt Nam (ZIP)',
      'Các cơ quan đại diện Việt Nam ở nước ngoài (ZIP)',
      'Các cơ quan thông tấn, báo chí (ZIP)',
    ]);
    const zip = await leader.get(`${path}/packages/bo-ngoai-giao`);
    expect([zip.status, zip.headers.get('content-type'), zip.text.slice(0, 2)]).toEqual([200, 'application/zip', 'PK']);
    expect((await leader.get(`${path}/packages/so-y-te`)).status).toBe(404);
    const log = await database.pool.query(
      "select distinct actor_id from audit_entries where action = 'open-case' and object_id = $1",
      [caseId],
    );
    expect(log.rows).toEqual([{ actor_id: as('leader').id }]);
  });
});
