import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ANSWER, type Office, openMatter, openOffice, pdf, prove, respondingMatter } from './office.ts';

const PROFILE = 'thai-binh';
let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const responding = () => respondingMatter(office, PROFILE);

async function count(
  table: 'attachments' | 'responses' | 'case_texts' | 'dossier_items',
  caseId: string,
): Promise<number> {
  const result = await office.database.pool.query<{ n: number }>(
    `select count(*)::int as n from ${table} where case_id = $1`,
    [caseId],
  );
  return result.rows[0]?.n ?? 0;
}

describe('marks of secrecy', () => {
  it.each([
    ['draft', { title: 'Trả lời', body: 'T U Y Ệ T  M Ậ T\nNội dung' }],
    ['draft', { title: 'Độ mật: Tối mật', body: 'Nội dung' }],
    ['draft', { title: 'Tra loi', body: 'MAT\nNoi dung' }],
  ] as const)('refuses a %s that carries one before anything is stored', async (_command, words) => {
    const matter = await responding();
    const before = await office.database.pool.query('select 1 from audit_entries');
    await expect(
      office.casework.draft(await matter.officer(), { caseId: matter.caseId, ...words }),
    ).rejects.toMatchObject({ code: 'secrecy-mark' });
    expect(await count('responses', matter.caseId)).toBe(0);
    const logged = await office.database.pool.query<{ action: string; detail: unknown }>(
      'select action, detail from audit_entries order by id offset $1',
      [before.rowCount],
    );
    expect(logged.rows.map(({ action }) => action)).toEqual(['secrecy-refused']);
    expect(JSON.stringify(logged.rows)).not.toContain('Nội dung');
  });

  it('looks into reasons, opinions and dossier entries too', async () => {
    const matter = await responding();
    const officer = await matter.officer();
    const { caseId } = matter;
    const before = await count('case_texts', caseId);
    const stamp = 'MẬT\nxin ý kiến';
    const attempts = [
      () => office.casework.requestOpinion(officer, { caseId, agency: 'so-cong-thuong', question: stamp }),
      () => office.casework.returnCase(officer, { caseId, reason: stamp, rightAgency: 'so-cong-thuong' }),
      () => office.casework.addDossierItem(officer, { caseId, section: 'impact', body: stamp }),
      () =>
        office.casework.closeWithoutResponse(matter.leader, {
          caseId,
          reach: 'nhỏ',
          amplification: stamp,
          reason: 'không cần',
        }),
    ];
    for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject({ code: 'secrecy-mark' });
    expect(await count('case_texts', caseId)).toBe(before);
  });

  it('lets the words in running text pass', async () => {
    const matter = await responding();
    const body = 'Bài viết nói về việc lộ bí mật nhà nước và giá mật ong; thông tin này không đúng.';
    const drafted = await office.casework.draft(await matter.officer(), {
      caseId: matter.caseId,
      title: 'Trả lời',
      body,
    });
    expect(drafted.state).toBe('responding');
  });
});

describe('files', () => {
  it.each([
    ['a lying extension', 'anh.png', pdf(), 'file-refused', 'extension-lies'],
    ['a forbidden type', 'chay.exe', new TextEncoder().encode('MZ'), 'file-refused', 'type-not-allowed'],
    ['an empty file', 'rong.pdf', new Uint8Array(), 'file-refused', 'empty'],
    ['a macro document by name', 'bieu.docm', new TextEncoder().encode('PK'), 'file-refused', 'type-not-allowed'],
    [
      'a broken document',
      'hong.docx',
      new TextEncoder().encode('PK\u0003\u0004 không phải zip'),
      'file-refused',
      'broken',
    ],
    ['more bytes than allowed', 'to.pdf', new Uint8Array(26 * 1024 * 1024), 'file-refused', 'too-large'],
  ] as const)('refuses %s and keeps nothing', async (_what, fileName, bytes, code, reason) => {
    const matter = await responding();
    const officer = await matter.officer();
    await expect(office.casework.attachFile(officer, { caseId: matter.caseId, fileName, bytes })).rejects.toMatchObject(
      {
        code,
        detail: { issues: [{ message: reason }] },
      },
    );
    expect(await count('attachments', matter.caseId)).toBe(0);
  });

  it.each([
    ['in the name', 'MẬT_bao-cao.pdf', pdf()],
    ['in the text', 'bao-cao.pdf', pdf('TOI MAT')],
  ])('refuses a mark of secrecy %s', async (_where, fileName, bytes) => {
    const matter = await responding();
    await expect(
      office.casework.attachFile(await matter.officer(), { caseId: matter.caseId, fileName, bytes }),
    ).rejects.toMatchObject({ code: 'secrecy-mark' });
    expect(await count('attachments', matter.caseId)).toBe(0);
  });

  it('holds a picture apart until a named person certifies it, and logs who opens a file', async () => {
    const matter = await responding();
    const { caseId } = matter;
    const officer = await matter.officer();
    const bytes = new Uint8Array(await readFile(new URL('./seal.png', import.meta.url)));
    const { attachmentId, readable } = await office.casework.attachFile(officer, {
      caseId,
      fileName: 'anh.png',
      bytes,
    });
    expect(readable).toBe(false);
    await office.casework.certifyFile(officer, { caseId, attachmentId, reason: 'Ảnh chụp trang báo, đã xem.' });
    await expect(
      office.casework.certifyFile(officer, { caseId, attachmentId, reason: 'lần nữa' }),
    ).rejects.toMatchObject({ code: 'wrong-state' });
    const opened = await office.casework.openAttachment(matter.leader, { attachmentId });
    expect(Buffer.from(opened.bytes).equals(Buffer.from(bytes))).toBe(true);
    const stranger = office.actor(PROFILE, 'officer', 'so-cong-thuong');
    await expect(office.casework.openAttachment(stranger, { attachmentId })).rejects.toMatchObject({
      code: 'forbidden',
    });
    const log = await office.database.pool.query<{ actor: string }>(
      "select actor_id as actor from audit_entries where action = 'open-attachment' and object_id = $1",
      [attachmentId],
    );
    expect(log.rows.map(({ actor }) => actor)).toEqual([matter.leader.id]);
  });

  it('logs who opens an archived copy', async () => {
    const matter = await openMatter(office, PROFILE);
    const version = await office.database.pool.query<{ id: string }>(
      'select id from article_versions where article_id = $1',
      [matter.articleId],
    );
    const versionId = version.rows[0]?.id ?? '';
    await office.casework.openArchived(matter.analyst, { versionId });
    const log = await office.database.pool.query(
      "select 1 from audit_entries where action = 'open-archived' and object_id = $1",
      [versionId],
    );
    expect(log.rowCount).toBe(1);
    await expect(
      office.casework.openArchived(office.actor(PROFILE, 'administrator'), { versionId }),
    ).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('flags', () => {
  it('confirms nothing without evidence that stands', async () => {
    const matter = await openMatter(office, PROFILE);
    const again = await office.casework
      .reopenFlag(matter.analyst, { flagId: matter.flagId, reason: 'xem lại' })
      .catch((error: unknown) => error);
    expect(again).toMatchObject({ code: 'wrong-state', message: expect.stringContaining('hồ sơ') });
  });

  it('shows an answer that was not approved the door', async () => {
    const matter = await responding();
    const officer = await matter.officer();
    const { caseId } = matter;
    const { responseId } = await office.casework.draft(officer, { caseId, ...ANSWER });
    const proof = await prove(office, matter, 'information-to-press');
    await expect(office.casework.release(officer, { caseId, responseId, proof })).rejects.toMatchObject({
      code: 'wrong-state',
      detail: { allowedStates: ['approved', 'released', 'monitoring'] },
    });
  });
});
