import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  answerMatter,
  assignMatter,
  finishMatter,
  type Matter,
  type Office,
  openMatter,
  openOffice,
  prove,
} from './office.ts';

const PROFILE = 'cao-bang';
const reason = 'Số liệu đã được cơ quan ban hành đính chính.';
let office: Office;
beforeAll(async () => {
  office = await openOffice();
  for (const [role, agency] of [
    ['analyst', 'so-ngoai-vu'],
    ['leader', null],
    ['officer', 'so-y-te'],
    ['officer', 'so-cong-thuong'],
  ] as const) {
    await office.database.pool.query(
      `insert into identity."user" ("id", "name", "email", "emailVerified", "role", "profile", "agency")
       values ($1, $1, $1 || '@example.vn', true, $2, $3, $4)`,
      [`${role}-${agency ?? 'tinh'}-nhan`, role, PROFILE, agency],
    );
  }
});
afterAll(() => office.close());

async function released(): Promise<{ matter: Matter; releaseId: string }> {
  const matter = await openMatter(office, PROFILE);
  await assignMatter(office, matter);
  const responseId = await answerMatter(office, matter);
  const proof = await prove(office, matter, 'press-conference');
  const { releaseId } = await office.casework.release(await matter.officer(), {
    caseId: matter.caseId,
    responseId,
    proof,
  });
  return { matter, releaseId };
}

async function told(caseId: string, kind: string): Promise<readonly string[]> {
  const notices = await office.database.pool.query<{ who: string }>(
    'select recipient_id as who from notices where link = $1 and kind = $2 order by 1',
    [`/cases/${caseId}`, kind],
  );
  return notices.rows.map(({ who }) => who);
}

async function flagState(flagId: string): Promise<string> {
  const found = await office.database.pool.query<{ state: string }>('select state from flags where id = $1', [flagId]);
  return found.rows[0]?.state ?? '';
}

describe('withdrawing an official record', () => {
  it('reopens a closed case and its flag, and tells their owners and nobody else', async () => {
    const { matter } = await released();
    await finishMatter(office, matter);
    const { flags, cases } = await office.casework.withdrawRecord(matter.coordinator, {
      recordId: matter.recordId,
      reason,
    });
    expect({ flags, cases }).toEqual({ flags: [matter.flagId], cases: [matter.caseId] });
    expect(await matter.state()).toBe('reopened');
    expect(await flagState(matter.flagId)).toBe('open');
    const again = await office.database.pool.query<{ who: string }>(
      'select recipient_id as who from notices where link = $1',
      [`/flags/${matter.flagId}`],
    );
    expect(again.rows).toEqual([{ who: 'analyst-so-ngoai-vu-nhan' }]);
    expect(await told(matter.caseId, 'ground-withdrawn')).toEqual([
      'analyst-so-ngoai-vu-nhan',
      'leader-tinh-nhan',
      'officer-so-y-te-nhan',
    ]);
  });

  it('leaves a flag standing on what other evidence it has', async () => {
    const matter = await openMatter(office, PROFILE);
    const version = `(select article_version_id from flags where id = ${matter.flagId})`;
    await office.database.pool.query(
      `with other as (insert into official_records (profile, external_id, kind, text, document_number, source, source_url)
         values ($1, 'khac', 'figure', 'Số liệu khác', '2/BC', 'Cục Thống kê', 'http://127.0.0.1/2') returning id)
       insert into signals (profile, article_version_id, kind, quote, span_start, span_end, record_id, evidence_quote, why, strength)
       select $1, ${version}, 'contradicts-figure', 'x', 0, 1, id, 'y', 'khác', 0.9 from other`,
      [PROFILE],
    );
    const { flags, cases } = await office.casework.withdrawRecord(matter.coordinator, {
      recordId: matter.recordId,
      reason,
    });
    expect({ flags, cases }).toEqual({ flags: [], cases: [matter.caseId] });
    expect(await flagState(matter.flagId)).toBe('confirmed');
    expect(await matter.state()).toBe('drafted');
  });

  it('reaches a case whose dossier leans on it', async () => {
    const matter = await openMatter(office, PROFILE);
    const other = await openMatter(office, PROFILE);
    await assignMatter(office, other);
    const officer = await other.officer();
    await office.casework.addDossierItem(officer, {
      caseId: other.caseId,
      section: 'facts',
      body: 'Theo số liệu.',
      recordId: matter.recordId,
    });
    const { cases } = await office.casework.withdrawRecord(matter.coordinator, { recordId: matter.recordId, reason });
    expect(cases).toEqual([matter.caseId, other.caseId]);
    await expect(
      office.casework.addDossierItem(officer, {
        caseId: other.caseId,
        section: 'facts',
        body: 'Lại.',
        recordId: matter.recordId,
      }),
    ).rejects.toMatchObject({ code: 'not-found' });
  });

  it("is done by many at once without standing in each other's way", async () => {
    const matters = await Promise.all(Array.from({ length: 6 }, () => openMatter(office, PROFILE)));
    for (const [index, matter] of matters.entries()) {
      await assignMatter(office, matter);
      const lean = [matters[(index + 1) % 6], matters[(index + 5) % 6]];
      for (const on of lean) {
        const item = {
          caseId: matter.caseId,
          section: 'facts',
          body: 'Theo số liệu.',
          recordId: on?.recordId ?? '',
        } as const;
        await office.casework.addDossierItem(await matter.officer(), item);
      }
    }
    const results = await Promise.all(
      matters.map((matter) =>
        office.casework.withdrawRecord(matter.coordinator, { recordId: matter.recordId, reason }),
      ),
    );
    expect(results.map(({ cases }) => cases.length)).toEqual([3, 3, 3, 3, 3, 3]);
  });
});

describe('a new round', () => {
  it('asks for a new task and releases no answer of the round before', async () => {
    const { matter, releaseId } = await released();
    const { caseId } = matter;
    await finishMatter(office, matter);
    await office.casework.reopen(matter.analyst, { caseId, reason: 'Có số liệu mới.' });
    await assignMatter(office, matter, 'so-cong-thuong');
    const responseId = await answerMatter(office, matter);
    const old = await office.database.pool.query<{ id: string }>(
      'select response_id as id from releases where id = $1',
      [releaseId],
    );
    const proof = await prove(office, matter, 'press-conference');
    const officer = await matter.officer();
    const again = office.casework.release(officer, { caseId, responseId: old.rows[0]?.id ?? '', proof });
    await expect(again).rejects.toMatchObject({
      code: 'wrong-state',
      message: expect.stringContaining('lần trả lời trước'),
    });
    expect((await office.casework.release(officer, { caseId, responseId, proof })).state).toBe('released');
    const tasks = await office.database.pool.query(
      "select agency, state from assignments where case_id = $1 and task = 'response' order by id",
      [caseId],
    );
    expect(tasks.rows).toEqual([
      { agency: 'so-y-te', state: 'done' },
      { agency: 'so-cong-thuong', state: 'accepted' },
    ]);
  });

  it('of a retracted case leaves no task of the round before', async () => {
    const { matter, releaseId } = await released();
    const { caseId } = matter;
    await office.casework.withdrawRelease(matter.leader, { caseId, releaseId, reason });
    await office.casework.reopen(matter.analyst, { caseId, reason });
    await assignMatter(office, matter, 'so-cong-thuong');
    await office.casework.accept(await matter.officer(), { caseId });
    const tasks = await office.database.pool.query(
      "select agency, state from assignments where case_id = $1 and task = 'response' order by id",
      [caseId],
    );
    expect(tasks.rows).toEqual([
      { agency: 'so-y-te', state: 'cancelled' },
      { agency: 'so-cong-thuong', state: 'accepted' },
    ]);
  });
});

describe('withdrawing a release', () => {
  it('reopens the case that leaned on it as a precedent, and withdraws the record that says the same', async () => {
    const { matter, releaseId } = await released();
    await office.database.pool.query('update official_records set release_id = $1 where id = $2', [
      releaseId,
      matter.recordId,
    ]);
    const later = await openMatter(office, PROFILE);
    await office.database.pool.query(
      `insert into dossier_items (profile, case_id, section, body, release_id, author_id) values ($1, $2, 'precedents', 'như hồ sơ trước', $3, 'x')`,
      [PROFILE, later.caseId, releaseId],
    );
    const back = { caseId: matter.caseId, releaseId, reason };
    const { state, consequences } = await office.casework.withdrawRelease(matter.leader, back);
    expect(state).toBe('retracted');
    expect(consequences).toEqual({ flags: [matter.flagId], cases: [later.caseId] });
    const record = await office.database.pool.query(
      'select 1 from official_records where id = $1 and withdrawn_at is not null',
      [matter.recordId],
    );
    expect(record.rowCount).toBe(1);
    expect(await told(later.caseId, 'ground-withdrawn')).toContain('analyst-so-ngoai-vu-nhan');
    expect(await told(matter.caseId, 'release-withdrawn')).toContain('officer-so-y-te-nhan');
  });
});
