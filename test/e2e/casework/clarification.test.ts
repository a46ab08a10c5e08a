import { verifyChain } from '@lamro/casework';
import { findRecords, listEvents, saveRecords } from '@lamro/database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  ANSWER,
  answerMatter,
  assignMatter,
  attach,
  finishMatter,
  type Matter,
  type Office,
  openMatter,
  openOffice,
  prove,
} from './office.ts';

const PROFILE = 'hai-phong';
const reason = 'Số liệu đã được đính chính.';
let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

async function released(
  channel: Parameters<typeof prove>[2] = 'press-release',
): Promise<{ matter: Matter; releaseId: string }> {
  const matter = await openMatter(office, PROFILE);
  await assignMatter(office, matter);
  const responseId = await answerMatter(office, matter);
  const { caseId } = matter;
  const proof = await prove(office, matter, channel);
  const { releaseId } = await office.casework.release(await matter.officer(), { caseId, responseId, proof });
  return { matter, releaseId };
}

const sourceUrl = 'https://example.vn/thong-cao/12';

async function standing(recordId: string): Promise<boolean> {
  const found = await office.database.pool.query<{ stands: boolean }>(
    'select withdrawn_at is null as stands from official_records where id = $1',
    [recordId],
  );
  return found.rows[0]?.stands === true;
}

describe('a released answer as an official record', () => {
  it('says what was released, cites what it rests on, and is one event', async () => {
    const { matter, releaseId } = await released();
    const { caseId } = matter;
    const published = await office.casework.publishClarification(await matter.officer(), {
      caseId,
      releaseId,
      sourceUrl,
    });
    expect(published.state).toBe('released');
    const record = (await findRecords(office.database.pool, PROFILE)).find(({ kind }) => kind === 'clarification');
    expect(record).toMatchObject({ text: ANSWER.body, documentNumber: '12/TCBC', sourceUrl, validFrom: '2026-11-23' });
    const event = (await listEvents(office.database.pool, caseId)).at(-1);
    expect(event).toMatchObject({
      command: 'publish-clarification',
      evidence: { release: releaseId, record: published.recordId, cites: [matter.recordId] },
    });
    expect(JSON.stringify(event?.evidence)).not.toContain(ANSWER.body);
    const again = office.casework.publishClarification(matter.coordinator, { caseId, releaseId, sourceUrl });
    await expect(again).rejects.toMatchObject({ code: 'wrong-state' });
  });

  it('is published once by people who all press at once', async () => {
    const { matter, releaseId } = await released();
    const officer = await matter.officer();
    const input = { caseId: matter.caseId, releaseId, sourceUrl };
    const results = await Promise.allSettled(
      Array.from({ length: 5 }, () => office.casework.publishClarification(officer, input)),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('falls with its release, and can be published anew with the next', async () => {
    const { matter, releaseId } = await released();
    const { caseId } = matter;
    const officer = await matter.officer();
    const { recordId } = await office.casework.publishClarification(officer, { caseId, releaseId, sourceUrl });
    await office.casework.withdrawRelease(matter.leader, { caseId, releaseId, reason });
    expect(await standing(recordId)).toBe(false);
    const late = office.casework.publishClarification(officer, { caseId, releaseId, sourceUrl });
    await expect(late).rejects.toMatchObject({ code: 'wrong-state' });
  });

  it('falls with the record that it cites, and reaches what rested on it', async () => {
    const { matter, releaseId } = await released();
    const { caseId } = matter;
    const { recordId } = await office.casework.publishClarification(await matter.officer(), {
      caseId,
      releaseId,
      sourceUrl,
    });
    const later = await openMatter(office, PROFILE);
    await office.database.pool.query(
      `update signals set record_id = $1 where article_version_id = (select article_version_id from flags where id = $2)
       and record_id is not null`,
      [recordId, later.flagId],
    );
    const consequences = await office.casework.withdrawRecord(matter.coordinator, {
      recordId: matter.recordId,
      reason,
    });
    expect(await standing(recordId)).toBe(false);
    expect([...consequences.flags].sort()).toEqual([matter.flagId, later.flagId].sort());
    expect(consequences.cases).toEqual(expect.arrayContaining([caseId, later.caseId]));
  });

  it('reaches its own case when it cites a record that the dossier does not', async () => {
    const { matter, releaseId } = await released();
    const other = await openMatter(office, PROFILE);
    const { caseId } = matter;
    await office.casework.publishClarification(await matter.officer(), {
      caseId,
      releaseId,
      sourceUrl,
      recordIds: [other.recordId],
    });
    const { cases } = await office.casework.withdrawRecord(matter.coordinator, { recordId: other.recordId, reason });
    expect(cases).toEqual(expect.arrayContaining([caseId, other.caseId]));
  });

  it('is not overwritten by an import under its id', async () => {
    const { matter, releaseId } = await released();
    const { recordId } = await office.casework.publishClarification(await matter.officer(), {
      caseId: matter.caseId,
      releaseId,
      sourceUrl,
    });
    const own = await office.database.pool.query<{ id: string }>(
      'select external_id as id from official_records where id = $1',
      [recordId],
    );
    const forged = {
      id: own.rows[0]?.id ?? '',
      kind: 'clarification' as const,
      text: 'Điều chưa ai phát hành.',
      documentNumber: '1',
      source: 'x',
      sourceUrl,
    };
    expect(await saveRecords(office.database.pool, PROFILE, [forged])).toBe(0);
  });

  it('takes nothing but the words of the release, with source and ground', async () => {
    const { matter, releaseId } = await released('press-conference');
    const other = await released();
    const { caseId } = matter;
    const officer = await matter.officer();
    const documentNumber = '45/CV';
    const full = { caseId, releaseId, documentNumber, sourceUrl };
    const refused: readonly (readonly [object, string])[] = [
      [{ sourceUrl: undefined }, 'proof-missing'],
      [{ documentNumber: undefined }, 'proof-missing'],
      [{ sourceUrl: 'javascript:alert(1)' }, 'invalid-input'],
      [{ passage: 'Lời mà không ai duyệt.' }, 'check-failed'],
      [{ recordIds: ['999999999'] }, 'not-found'],
      [{ recordIds: [] }, 'invalid-input'],
      [{ releaseId: other.releaseId }, 'not-found'],
    ];
    for (const [change, code] of refused) {
      await expect(
        office.casework.publishClarification(officer, { ...full, ...change }),
        JSON.stringify(change),
      ).rejects.toMatchObject({ code });
    }
    const published = await office.casework.publishClarification(other.matter.coordinator, {
      caseId: other.matter.caseId,
      releaseId: other.releaseId,
      sourceUrl,
    });
    // A clarification is no ground of a clarification.
    await expect(
      office.casework.publishClarification(officer, { ...full, recordIds: [published.recordId] }),
    ).rejects.toMatchObject({ code: 'not-found' });
    const passage = 'Nội dung bài viết nêu không đúng với số liệu đã công bố.'.normalize('NFD');
    await office.casework.publishClarification(officer, { ...full, passage });
    expect((await verifyChain(office.database.pool, PROFILE)).ok).toBe(true);
  });

  it('is not made of what went to named recipients only', async () => {
    const { matter, releaseId } = await released('correction-request');
    await expect(
      office.casework.publishClarification(await matter.officer(), { caseId: matter.caseId, releaseId, sourceUrl }),
    ).rejects.toMatchObject({ code: 'check-failed' });
  });
});

describe('a correction request', () => {
  it('is drafted, approved, sent and answered, and its answer stands in the chain', async () => {
    const { matter, releaseId } = await released('correction-request');
    const { caseId, articleId } = matter;
    const officer = await matter.officer();
    const letter = await attach(office, matter, 'tra-loi-cua-bao.pdf');
    const elsewhere = await released('press-release');
    const answer = { caseId, articleId, outcome: 'refused', note: 'Báo không đồng ý cải chính.' } as const;
    await expect(
      office.casework.recordOutcome(officer, { ...answer, releaseId: elsewhere.releaseId }),
    ).rejects.toMatchObject({ code: 'not-found' });
    const foreign = await attach(office, elsewhere.matter, 'khac.pdf');
    await expect(office.casework.recordOutcome(officer, { ...answer, attachmentId: foreign })).rejects.toMatchObject({
      code: 'proof-missing',
    });
    const noted = await office.casework.recordOutcome(officer, { ...answer, releaseId, attachmentId: letter });
    expect(noted.state).toBe('monitoring');
    const event = (await listEvents(office.database.pool, caseId)).at(-1);
    expect(event?.evidence).toMatchObject({ outcome: 'refused', request: releaseId, attachment: letter });
    expect((await office.casework.close(matter.analyst, { caseId })).state).toBe('closed');
  });
});

describe('a release of a case that has ended', () => {
  it('is withdrawn, and the case is taken up again', async () => {
    const { matter, releaseId } = await released();
    const { caseId } = matter;
    await finishMatter(office, matter);
    const result = await office.casework.withdrawRelease(matter.leader, { caseId, releaseId, reason });
    expect(result.state).toBe('reopened');
  });

  it('is withdrawn in the next round of answering, which goes on', async () => {
    const { matter, releaseId } = await released();
    const { caseId } = matter;
    await finishMatter(office, matter);
    await office.casework.reopen(matter.analyst, { caseId, reason });
    await assignMatter(office, matter);
    const result = await office.casework.withdrawRelease(matter.leader, { caseId, releaseId, reason });
    expect(result.state).toBe('assigned');
    await office.casework.accept(await matter.officer(), { caseId });
  });
});
