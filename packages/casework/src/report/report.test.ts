import type { Actor } from '@lamro/access';
import type { BlobStore, PeriodReportDocument, Role } from '@lamro/domain';
import { loadProfile, PROFILE_IDS } from '@lamro/profiles';
import { insertFlaggedArticle, openTestDatabase, type TestDatabase } from '@lamro/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Casework, createCasework } from '../casework.ts';

const PROFILE = 'cao-bang';
const YEARLY = 'yearly:cac-so-nganh-dia-phuong:so-thong-tin-va-truyen-thong';
const kept = new Map<string, Uint8Array>();
const blobStore: BlobStore = {
  put: async (bytes) => {
    const key = `${kept.size}`;
    kept.set(key, bytes);
    return key;
  },
  get: async (key) => kept.get(key) ?? new Uint8Array(),
  has: async (key) => kept.has(key),
};
let database: TestDatabase;
let now = new Date('2026-11-10T02:00:00Z');
let casework: Casework;
const printed: PeriodReportDocument[] = [];
const actor = (role: Role): Actor => ({ id: role, name: role, profile: PROFILE, role, agency: null });

beforeAll(async () => {
  database = await openTestDatabase();
  casework = createCasework({
    pool: database.pool,
    profiles: loadProfile,
    findSecrecyMarks: () => [],
    clock: { now: () => now },
    files: { blobStore, inspect: async () => ({ ok: true, mediaType: 'text/plain', readable: true }) },
    briefings: {
      formats: [],
      render: async () => new Uint8Array(),
      // The file is the document itself, so that a test reads what was handed over to be printed.
      renderReport: async (document, format) => {
        printed.push(document);
        return Buffer.from(`${format} ${JSON.stringify(document)}`);
      },
    },
  });
  for (const profile of PROFILE_IDS) await insertFlaggedArticle(database.pool, { profile });
  await database.pool.query("update articles set first_seen_at = '2026-03-05T02:00:00Z'");
});
afterAll(() => database.close());

describe('reports that fall due', () => {
  /** Kinds of the reports that are drawn up over a year, looked at every day as the clock does. */
  async function drawnIn(year: number, profile: string): Promise<string[]> {
    for (let day = Date.UTC(year, 0, 1, 3); day < Date.UTC(year + 1, 0, 1); day += 24 * 3600_000) {
      now = new Date(day);
      await casework.draftDueReports(profile);
    }
    const { rows } = await database.pool.query<{ kind: string; at: string }>(
      `select content #>> '{duty,kind}' as kind, to_char(created_at, 'MM-DD') as at from period_reports
       where profile = $1 and period_from >= $2 order by created_at, id`,
      [profile, `${year}-01-01`],
    );
    return rows.map(({ kind, at }) => `${kind} ${at}`);
  }

  it('are drawn up a fortnight ahead: yearly everywhere, half-yearly where the text asks for it', async () => {
    expect(await drawnIn(2027, 'thai-binh')).toEqual(['yearly 10-31']);
    expect(await drawnIn(2027, 'hai-phong')).toEqual(['yearly 10-31', 'yearly 11-10']);
    expect(await drawnIn(2027, 'lam-dong')).toEqual(['yearly 11-06']);
    expect(await drawnIn(2027, 'cao-bang')).toEqual(['half-year 05-27', 'yearly 11-06']);
    expect(await drawnIn(2027, 'tra-vinh')).toEqual(['half-year 06-05', 'yearly 12-05']);
    now = new Date('2026-11-10T02:00:00Z');
  });

  it('are drawn up once, on however many machines, and told to those who write them', async () => {
    now = new Date('2028-11-10T02:00:00Z');
    for (const role of ['analyst', 'coordinator', 'leader'])
      await database.pool.query(
        `insert into identity."user" ("id", "name", "email", "emailVerified", "role", "profile")
         values ($1, $1, $1 || '@example.vn', true, $1, $2)`,
        [role, PROFILE],
      );
    const both = await Promise.all([casework.draftDueReports(PROFILE), casework.draftDueReports(PROFILE)]);
    expect(both.flat()).toEqual([{ reportId: expect.stringMatching(/^\d+$/), label: '2028', version: 1 }]);
    const told = await database.pool.query<{ who: string; words: string }>(
      "select recipient_id as who, title || ' ' || body as words from notices where kind = 'report-drafted' order by 1",
    );
    expect(told.rows.map(({ who }) => who)).toEqual(['analyst', 'coordinator']);
    for (const { words } of told.rows) expect(words).toContain('20/11/2028');
    now = new Date('2026-11-10T02:00:00Z');
  });
});

describe('a period report', () => {
  it('counts what the ledger holds, with the rows behind each figure, and keeps what people wrote', async () => {
    const first = await casework.compileReport(actor('analyst'), { duty: YEARLY, year: 2026 });
    const { content } = await casework.openReport(actor('auditor'), { reportId: first.reportId });
    const items = content.figures.find(({ id }) => id === 'items');
    expect(items?.value).toBe(1);
    expect(content.items.map(({ articleId }) => articleId)).toEqual(items?.articleIds);
    expect(content).toMatchObject({ lastDay: '2026-11-20', period: { from: '2026-01-01', to: '2026-12-31' } });
    expect(content.duty.clause).toContain('khoản 2 Điều 6');
    const plan = [{ task: 'Tập huấn', planned: '02 lớp', result: '01 lớp', figure: null }];
    const edit = { reportId: first.reportId, overview: 'Lời dẫn.', plan };
    const edited = await casework.editReport(actor('coordinator'), { ...edit, expectedVersion: first.version });
    const stale = casework.editReport(actor('analyst'), { ...edit, expectedVersion: first.version });
    await expect(stale).rejects.toMatchObject({ code: 'conflict', detail: { currentVersion: edited.version } });
    await insertFlaggedArticle(database.pool, { profile: PROFILE });
    await database.pool.query("update articles set first_seen_at = '2026-04-05T02:00:00Z' where profile = $1", [
      PROFILE,
    ]);
    const again = await casework.compileReport(actor('analyst'), { duty: YEARLY, year: 2026 });
    expect(again).toMatchObject({ reportId: first.reportId, version: 3 });
    const fresh = (await casework.openReport(actor('analyst'), { reportId: first.reportId })).content;
    expect([fresh.overview, fresh.plan, fresh.items.length]).toEqual(['Lời dẫn.', plan, 2]);
  });

  it('is frozen when issued, with its files', async () => {
    const { reportId } = await casework.compileReport(actor('analyst'), { duty: YEARLY, year: 2026 });
    await expect(casework.issueReport(actor('analyst'), { reportId })).rejects.toMatchObject({ code: 'forbidden' });
    const issued = await casework.issueReport(actor('leader'), { reportId, number: 7, signer: 'Bà Mẫu' });
    expect(issued.files.map(({ format }) => format)).toEqual(['docx', 'xlsx', 'pdf']);
    expect(printed.at(-1)).toMatchObject({ number: 7, signer: 'Bà Mẫu', issuedAt: now });
    for (const change of [
      () => casework.editReport(actor('analyst'), { reportId, overview: 'x' }),
      () => casework.compileReport(actor('analyst'), { duty: YEARLY, year: 2026 }),
      () => casework.issueReport(actor('leader'), { reportId }),
    ])
      await expect(change()).rejects.toMatchObject({ code: 'wrong-state' });
    const overwritten = database.pool.query("update period_reports set label = 'x' where id = $1", [reportId]);
    await expect(overwritten).rejects.toThrow();
    const { files } = await casework.openReport(actor('auditor'), { reportId });
    expect(files.length).toBe(3);
  });

  it('on request is of the days asked for, and says what cannot be', async () => {
    const duty = 'ad-hoc:cac-so-nganh-dia-phuong:so-thong-tin-va-truyen-thong';
    const asked = await casework.compileReport(actor('analyst'), { duty, from: '2026-04-01', to: '2026-04-30' });
    expect(asked.label).toBe('2026-04-01--2026-04-30');
    for (const wrong of [
      { duty },
      { duty: 'yearly:khong-co:khong-co', year: 2026 },
      { duty, from: '2026-05-01', to: '2026-04-01' },
      { duty: YEARLY, year: 2099 },
    ])
      await expect(casework.compileReport(actor('analyst'), wrong)).rejects.toMatchObject({ code: 'invalid-input' });
    const compiled = (wanted: { duty: string }) => casework.compileReport(actor('analyst'), wanted);
    await expect(compiled({ duty })).rejects.toThrow('Báo cáo đột xuất cần ngày đầu và ngày cuối của kỳ.');
    await expect(compiled({ duty: YEARLY })).rejects.toThrow(
      'Phải ghi năm báo cáo, hoặc ngày đầu và ngày cuối của kỳ.',
    );
    const elsewhere = { ...actor('analyst'), profile: 'thai-binh' };
    const other = casework.openReport(elsewhere, { reportId: asked.reportId });
    await expect(other).rejects.toMatchObject({ code: 'not-found' });
  });
});
