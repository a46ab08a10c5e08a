import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  answerMatter,
  assignMatter,
  attach,
  type Office,
  openMatter,
  openOffice,
  prove,
  respondingMatter,
} from './office.ts';

const PROFILE = 'thai-binh';
let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const responding = () => respondingMatter(office, PROFILE);

describe('the release check', () => {
  async function submitted(words: { title?: string; body: string; language?: 'vi' | 'en' | 'zh' }, extra = {}) {
    const matter = await responding();
    const officer = await matter.officer();
    const { caseId } = matter;
    await office.casework.draft(officer, { caseId, title: 'Trả lời', ...words });
    return office.casework.submit(officer, { caseId, ...extra });
  }

  it.each([
    ['vi', 'Tàu hoạt động tại quần đảo Tây Sa và Nam Sa.', 'Hoàng Sa'],
    ['vi', 'Các nước ven biển Nam Trung Hoa.', 'Biển Đông'],
    ['en', 'Vessels near the Nansha islands.', 'Truong Sa'],
    ['en', 'Vessels in the South China Sea.', 'East Sea'],
    ['en', 'Vessels near the Paracel islands.', 'Hoang Sa'],
    ['zh', '关于西沙群岛的报道不实。', '黄沙'],
  ] as const)('stops foreign names of islands and seas (%s): %s', async (language, body, instead) => {
    await expect(submitted({ language, body })).rejects.toMatchObject({
      code: 'check-failed',
      message: expect.stringContaining(instead),
    });
  });

  it.each([
    ['vi', 'Quần đảo Hoàng Sa và Trường Sa của Việt Nam trên Biển Đông.'],
    ['en', 'The Hoang Sa (Paracel) islands in the East Sea (South China Sea) belong to Viet Nam.'],
    ['vi', 'Lan Sa, Tây Sàng và vùng Nam Sách không phải tên đảo.'],
  ] as const)('lets the right names pass (%s): %s', async (language, body) => {
    expect((await submitted({ language, body })).state).toBe('submitted');
  });

  it('asks a person to confirm a name that is only quoted, and records that', async () => {
    const body = 'Bài viết dùng cách gọi “Tây Sa” là sai sự thật.';
    await expect(submitted({ body })).rejects.toMatchObject({ code: 'check-failed' });
    const result = await submitted({ body }, { acknowledge: true, note: 'Trích lời bài báo để bác bỏ.' });
    expect(result.state).toBe('submitted');
    const event = await office.database.pool.query<{ n: number }>(
      `select (evidence->>'acknowledged')::int as n from case_events where case_id = $1 and command = 'submit'`,
      [result.caseId],
    );
    expect(event.rows[0]?.n).toBe(1);
  });

  it('asks about place names without their marks', async () => {
    await expect(submitted({ body: 'Sự việc xảy ra ở huyện Tien Hai, không như bài viết nêu.' })).rejects.toMatchObject(
      {
        message: expect.stringContaining('Tiền Hải'),
      },
    );
  });

  it('asks about a figure that an official record contradicts', async () => {
    await office.database.pool.query(
      `insert into official_records (profile, external_id, kind, text, indicator, value, unit, period, document_number, source, source_url)
       values ('thai-binh', 'gd-2025', 'figure', 'Năm 2025, tỉnh Thái Bình đón 1,2 triệu lượt khách du lịch.', 'lượt khách du lịch', 1.2,
         'triệu lượt', '2025', '15/BC', 'Cục Thống kê', 'http://127.0.0.1/bc')`,
    );
    const wrong = 'Năm 2025, tỉnh Thái Bình đón 3,4 triệu lượt khách du lịch.';
    await expect(submitted({ body: wrong })).rejects.toMatchObject({
      message: expect.stringContaining('Khác thông tin chính thức'),
    });
    const right = 'Năm 2025, tỉnh Thái Bình đón 1,2 triệu lượt khách du lịch.';
    expect((await submitted({ body: right })).state).toBe('submitted');
  });

  it('wants a spokesperson that it mentions to be named and registered', async () => {
    const body = 'Người phát ngôn Lê Thị Hoa cho biết thông tin không đúng.';
    await expect(submitted({ body })).rejects.toMatchObject({ message: expect.stringContaining('người phát ngôn') });
    await office.casework.registerSpokesperson(office.actor(PROFILE, 'coordinator'), {
      agency: 'so-y-te',
      name: 'Lê Thị Hoa',
      post: 'Phó Giám đốc',
      ground: 'appointed',
      validFrom: '2026-01-01',
    });
    expect((await submitted({ body })).state).toBe('submitted');
  });
});

describe('speakers', () => {
  const delegate = {
    agency: 'so-y-te',
    name: 'Phạm Văn Nam',
    post: 'Chánh Văn phòng',
    ground: 'delegated',
    documentNumber: '10/UQ-SYT',
    validFrom: '2026-11-01',
    validTo: '2026-11-22',
  } as const;
  const coordinator = () => office.actor(PROFILE, 'coordinator');

  async function speak(entry: Parameters<Office['casework']['registerSpokesperson']>[1], at: string) {
    const { spokespersonId } = await office.casework.registerSpokesperson(coordinator(), entry);
    const matter = await openMatter(office, PROFILE);
    await assignMatter(office, matter);
    const responseId = await answerMatter(office, matter);
    const proof = { channel: 'spokesperson', spokespersonId, at, place: 'Trụ sở', summary: 'Nêu rõ.' } as const;
    return office.casework.release(await matter.officer(), { caseId: matter.caseId, responseId, proof });
  }

  it('lets a delegate speak within the dates of the document only', async () => {
    expect((await speak(delegate, '2026-11-22T09:00:00+07:00')).state).toBe('released');
    await expect(speak(delegate, '2026-11-23T09:00:00+07:00')).rejects.toMatchObject({
      code: 'speaker-without-authority',
    });
    // Half past midnight in Vietnam is still the day before in UTC: the day is the local one.
    await expect(speak(delegate, '2026-11-22T17:30:00Z')).rejects.toMatchObject({ code: 'speaker-without-authority' });
  });

  it('wants a written delegation with an end', async () => {
    const unwritten = { ...delegate, documentNumber: null };
    await expect(office.casework.registerSpokesperson(coordinator(), unwritten)).rejects.toMatchObject({
      code: 'invalid-input',
    });
  });

  it('ties an entry to an account that stands, of the same province and agency', async () => {
    const account = (id: string, profile: string, agency: string | null, disabled: boolean) =>
      office.database.pool.query(
        `insert into identity."user" ("id", "name", "email", "emailVerified", "role", "profile", "agency", "disabledAt")
         values ($1, $1, $1 || '@example.vn', true, 'officer', $2, $3, case when $4 then now() end)`,
        [id, profile, agency, disabled],
      );
    await account('noi-y-te', PROFILE, 'so-y-te', false);
    await account('noi-khac', PROFILE, 'so-cong-thuong', false);
    await account('noi-khoa', PROFILE, 'so-y-te', true);
    await account('noi-xa', 'cao-bang', 'so-y-te', false);
    for (const accountId of ['noi-khac', 'noi-khoa', 'noi-xa', 'khong-co'])
      await expect(
        office.casework.registerSpokesperson(coordinator(), { ...delegate, accountId }),
        accountId,
      ).rejects.toMatchObject({ code: 'invalid-input', detail: { issues: [{ path: 'accountId' }] } });
    const { spokespersonId } = await office.casework.registerSpokesperson(coordinator(), {
      ...delegate,
      accountId: 'noi-y-te',
    });
    const entry = await office.database.pool.query('select account_id from spokespersons where id = $1', [
      spokespersonId,
    ]);
    expect(entry.rows).toEqual([{ account_id: 'noi-y-te' }]);
  });

  it('refuses the speaker of another agency, one who has ended, and one who is not in the register', async () => {
    const other = { ...delegate, agency: 'so-cong-thuong', validTo: '2026-12-31' };
    await expect(speak(other, '2026-11-23T09:00:00+07:00')).rejects.toMatchObject({
      code: 'speaker-without-authority',
    });
    const matter = await openMatter(office, PROFILE);
    await assignMatter(office, matter);
    const responseId = await answerMatter(office, matter);
    const { spokespersonId } = await office.casework.registerSpokesperson(coordinator(), {
      ...delegate,
      validTo: '2026-12-31',
    });
    await office.casework.endSpokesperson(coordinator(), { spokespersonId });
    const proof = {
      channel: 'spokesperson',
      at: '2026-11-23T09:00:00+07:00',
      place: 'Trụ sở',
      summary: 'Nêu rõ.',
    } as const;
    const officer = await matter.officer();
    for (const id of [spokespersonId, '999999']) {
      await expect(
        office.casework.release(officer, {
          caseId: matter.caseId,
          responseId,
          proof: { ...proof, spokespersonId: id },
        }),
      ).rejects.toMatchObject({ code: 'speaker-without-authority' });
    }
    await expect(office.casework.registerSpokesperson(officer, delegate)).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('releases', () => {
  it('wants the page on the portal to say what was approved', async () => {
    const matter = await openMatter(office, PROFILE);
    await assignMatter(office, matter);
    const responseId = await answerMatter(office, matter);
    const officer = await matter.officer();
    const { caseId } = matter;
    office.portal.set(
      '/khac',
      '<html><head><title>Lịch tiếp dân</title></head><body><p>Lịch tiếp dân tháng này.</p></body></html>',
    );
    for (const path of ['/khac', '/khong-co']) {
      const proof = { channel: 'portal-post', url: `${office.portalUrl}${path}` } as const;
      await expect(office.casework.release(officer, { caseId, responseId, proof })).rejects.toMatchObject({
        code: 'check-failed',
      });
    }
    const inside = { channel: 'portal-post', url: 'http://127.0.0.1:9/tin' } as const;
    await expect(office.casework.release(officer, { caseId, responseId, proof: inside })).rejects.toMatchObject({
      code: 'check-failed',
    });
    expect(await matter.state()).toBe('approved');
  });

  it("takes no file of another case as its proof, and no other case's answer", async () => {
    const first = await openMatter(office, PROFILE);
    await assignMatter(office, first);
    const attachmentId = await attach(office, first);
    const second = await openMatter(office, PROFILE);
    await assignMatter(office, second);
    const responseId = await answerMatter(office, second);
    const officer = await second.officer();
    const proof = { channel: 'press-release', number: '1', date: '2026-11-23', attachmentId } as const;
    await expect(office.casework.release(officer, { caseId: second.caseId, responseId, proof })).rejects.toMatchObject({
      code: 'proof-missing',
    });
    const own = await prove(office, second, 'press-release');
    await expect(
      office.casework.release(officer, { caseId: second.caseId, responseId: '1', proof: own }),
    ).rejects.toMatchObject({ code: 'not-found' });
  });

  it('takes no scan as its proof before a named person certified it', async () => {
    const matter = await openMatter(office, PROFILE);
    await assignMatter(office, matter);
    const responseId = await answerMatter(office, matter);
    const officer = await matter.officer();
    const { caseId } = matter;
    const bytes = new Uint8Array(await readFile(new URL('./seal.png', import.meta.url)));
    const { attachmentId } = await office.casework.attachFile(officer, { caseId, fileName: 'ban-quet.png', bytes });
    const proof = { channel: 'press-release', number: '1', date: '2026-11-23', attachmentId } as const;
    await expect(office.casework.release(officer, { caseId, responseId, proof })).rejects.toMatchObject({
      code: 'proof-missing',
      message: expect.stringContaining('chưa ai xác nhận'),
    });
    expect(await matter.state()).toBe('approved');
    await office.casework.certifyFile(officer, { caseId, attachmentId, reason: 'Bản quét thông cáo, đã xem.' });
    expect((await office.casework.release(officer, { caseId, responseId, proof })).state).toBe('released');
  });

  it('goes out by several channels', async () => {
    const matter = await openMatter(office, PROFILE);
    await assignMatter(office, matter);
    const responseId = await answerMatter(office, matter);
    const officer = await matter.officer();
    const { caseId } = matter;
    for (const channel of ['press-release', 'information-to-press', 'portal-post'] as const) {
      const proof = await prove(office, matter, channel);
      expect((await office.casework.release(officer, { caseId, responseId, proof })).state).toBe('released');
    }
    const checks = await office.database.pool.query('select 1 from outlet_checks where case_id = $1', [caseId]);
    expect(checks.rowCount).toBe(6);
  });
});
