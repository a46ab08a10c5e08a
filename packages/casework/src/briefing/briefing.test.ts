import type { Actor } from '@lamro/access';
import { findBriefing, insertTranslation } from '@lamro/database';
import { type BlobStore, type BriefingDocument, briefingContentSchema, type Role } from '@lamro/domain';
import { loadProfile } from '@lamro/profiles';
import { insertFlaggedArticle, openTestDatabase, type TestDatabase } from '@lamro/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Casework, createCasework } from '../casework.ts';
import { sha256 } from '../event/chain.ts';
import { weekLabel, weekPeriod } from './period.ts';
import { listEntries } from './words.ts';

const PROFILE = 'thai-binh';
const blobs = new Map<string, Uint8Array>();
const blobStore: BlobStore = {
  put: async (bytes) => {
    const hash = sha256(Buffer.from(bytes).toString('utf8'));
    blobs.set(hash, bytes);
    return hash;
  },
  get: async (hash) => blobs.get(hash) ?? new Uint8Array(),
  has: async (hash) => blobs.has(hash),
};
let database: TestDatabase;
let casework: Casework;
const printed: BriefingDocument[] = [];
const actor = (role: Role): Actor => ({ id: role, name: role, profile: PROFILE, role, agency: null });
const analyst = actor('analyst');
const coordinator = actor('coordinator');
let week: string;

beforeAll(async () => {
  database = await openTestDatabase();
  const options = {
    pool: database.pool,
    profiles: loadProfile,
    findSecrecyMarks: (text: string) =>
      text.includes('TỐI MẬT') ? [{ level: 'TỐI MẬT', place: 'x', quote: 'TỐI MẬT' }] : [],
  };
  casework = createCasework({
    ...options,
    files: { blobStore, inspect: async () => ({ ok: true, mediaType: 'text/plain', readable: true }) },
    briefings: {
      formats: ['html'],
      // The file is the document itself, so that a test reads what was handed over to be printed.
      render: async (document) => {
        printed.push(document);
        return Buffer.from(JSON.stringify(document));
      },
    },
  });
  for (const sectors of [['health'], ['tourism']])
    await insertFlaggedArticle(database.pool, { profile: PROFILE, sectors });
  week = weekLabel(new Date());
});
afterAll(() => database.close());

async function drawnUp() {
  const { briefingId, version } = await casework.compileBriefing(analyst, { week });
  const { content, row } = await casework.openBriefing(analyst, { briefingId });
  return { briefingId, version, content, row };
}

describe('a briefing', () => {
  it('counts what the ledger holds and names the rows behind each figure', async () => {
    const { content } = await drawnUp();
    expect(briefingContentSchema.parse(content)).toEqual(content);
    const figure = (id: string) => content.figures.find((one) => one.id === id);
    expect(figure('items')?.value).toBe(2);
    expect(figure('flags')?.articleIds.length).toBe(2);
    expect(figure('items')?.articleIds.sort()).toEqual(content.annex.map((item) => item.articleId).sort());
    expect(listEntries(content).length).toBe(2);
    expect(content.charts.map((chart) => chart.bars.flatMap((bar) => bar.values).reduce((a, b) => a + b, 0))).toEqual([
      2, 2,
    ]);
  });

  it('tells foreign items by their Vietnamese translation, an analyst before a machine, and says whose it is', async () => {
    const { pool } = database;
    const { articleId, versionId } = await insertFlaggedArticle(pool, {
      profile: PROFILE,
      origin: 'foreign',
      title: 'Harvest falls',
    });
    const words = async () =>
      listEntries((await drawnUp()).content).find((one) => one.articleId === articleId)?.summary;
    expect(await words()).toMatchObject({ by: 'extract' });
    const shared = { profile: PROFILE, versionId, language: 'vi', risks: [] };
    await insertTranslation(pool, {
      ...shared,
      by: { kind: 'machine', model: 'thử' },
      title: 'Vụ mùa giảm',
      body: 'Vụ mùa của tỉnh giảm so với năm trước.',
    });
    expect(await words()).toEqual({ by: 'model', language: 'vi', text: 'Vụ mùa của tỉnh giảm so với năm trước.' });
    await insertTranslation(pool, {
      ...shared,
      by: { kind: 'analyst', authorId: 'analyst' },
      title: 'Sản lượng giảm',
      body: 'Sản lượng lúa của tỉnh giảm nhẹ.',
    });
    expect(await words()).toEqual({ by: 'translation', language: 'vi', text: 'Sản lượng lúa của tỉnh giảm nhẹ.' });
    await pool.query('update items set relevant = false where article_id = $1', [articleId]);
    await pool.query('update judgements set relevant = false where article_id = $1', [articleId]);
  });

  it('is not drawn up before its time', async () => {
    await expect(casework.compileBriefing(analyst, { week: '2099-W02' })).rejects.toMatchObject({
      code: 'invalid-input',
      message: 'Kỳ 2099-W02 chưa bắt đầu nên chưa có tin.',
    });
  });

  it('keeps the words of the analyst when its facts are read anew', async () => {
    const { briefingId, version, content } = await drawnUp();
    const [entry] = listEntries(content);
    const articleId = entry?.articleId ?? '';
    await casework.editBriefing(analyst, {
      briefingId,
      expectedVersion: version,
      overview: 'Lời dẫn.',
      proposals: ['Họp giao ban.'],
      entries: [{ articleId, summary: 'Viết lại.', comment: 'Nên theo dõi.', included: false }],
    });
    await expect(casework.editBriefing(analyst, { briefingId, expectedVersion: version })).rejects.toMatchObject({
      code: 'conflict',
    });
    const again = await drawnUp();
    expect(again.briefingId).toBe(briefingId);
    const kept = listEntries(again.content).find((one) => one.articleId === articleId);
    expect(kept).toMatchObject({
      comment: 'Nên theo dõi.',
      included: false,
      summary: { text: 'Viết lại.', by: 'person', language: 'vi' },
    });
    expect(again.content.overview).toBe('Lời dẫn.');
    expect(again.content.proposals.at(-1)).toMatchObject({ kind: 'free', subject: 'Họp giao ban.' });
  });

  it('refuses words with a mark of secrecy, people without the right, and periods that cannot be', async () => {
    const { briefingId } = await drawnUp();
    await expect(casework.editBriefing(analyst, { briefingId, overview: 'TỐI MẬT' })).rejects.toMatchObject({
      code: 'secrecy-mark',
    });
    await expect(casework.compileBriefing(actor('auditor'), { week })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(casework.issueBriefing(analyst, { briefingId })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(casework.compileBriefing(analyst, { week: '2099-W01' })).rejects.toMatchObject({
      code: 'invalid-input',
    });
    await expect(casework.compileBriefing(analyst, { week: '2025-W53' })).rejects.toMatchObject({
      code: 'invalid-input',
    });
    const stranger = { ...analyst, profile: 'cao-bang' };
    await expect(casework.openBriefing(stranger, { briefingId })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('is frozen when issued, with its files, and corrected only by a new edition', async () => {
    const { briefingId } = await drawnUp();
    const issued = await casework.issueBriefing(coordinator, { briefingId, number: 7, signer: 'Bà A' });
    const [file] = issued.files;
    const bytes = await blobStore.get(file?.sha256 ?? '');
    expect(sha256(Buffer.from(bytes).toString('utf8'))).toBe(file?.sha256);
    expect(issued.eventRoot).toMatch(/^[0-9a-f]{64}$/);
    expect(printed.at(-1)).toMatchObject({ number: 7, signer: 'Bà A', eventRoot: issued.eventRoot, edition: 1 });
    for (const change of [
      () => casework.editBriefing(analyst, { briefingId, overview: 'x' }),
      () => casework.issueBriefing(coordinator, { briefingId }),
      () => casework.compileBriefing(analyst, { week }),
    ])
      await expect(change()).rejects.toMatchObject({ code: 'wrong-state' });
    for (const statement of [
      "update briefings set content = '{}' where id = $1",
      'delete from briefings where id = $1',
      "update briefing_files set sha256 = 'x' where briefing_id = $1",
      'delete from briefing_files where briefing_id = $1',
    ])
      await expect(database.pool.query(statement, [briefingId])).rejects.toMatchObject({ code: '42501' });
    const second = await casework.newEdition(analyst, { briefingId, correction: 'Sửa số liệu.' });
    expect(second.edition).toBe(2);
    await expect(casework.newEdition(analyst, { briefingId, correction: 'Nữa.' })).rejects.toMatchObject({
      code: 'wrong-state',
    });
    await casework.issueBriefing(coordinator, { briefingId: second.briefingId });
    expect(printed.at(-1)).toMatchObject({ edition: 2, content: { correction: 'Sửa số liệu.' } });
    const first = await findBriefing(database.pool, PROFILE, briefingId);
    expect(first).toMatchObject({ edition: 1, state: 'issued', number: 7 });
  });

  it('of a period without anything says so', async () => {
    const { briefingId } = await casework.compileBriefing(analyst, { from: '2020-01-01', to: '2020-01-31' });
    const { content } = await casework.openBriefing(analyst, { briefingId });
    expect(content.figures.every((figure) => figure.value === 0)).toBe(true);
    expect(content.annex).toEqual([]);
    expect((await casework.issueBriefing(coordinator, { briefingId })).files.length).toBe(1);
  });

  it('is drafted once on Friday at 15:00, begins where the one before was read, and tells the analysts', async () => {
    const other = 'cao-bang';
    await insertFlaggedArticle(database.pool, { profile: other });
    await database.pool.query(
      `insert into identity."user" ("id", "name", "email", "emailVerified", "updatedAt", "role", "profile")
       values ('analyst-cb', 'x', 'x@x.example', true, now(), 'analyst', $1)`,
      [other],
    );
    const watch = (profile: string, since: Date) =>
      database.pool.query(
        `with o as (insert into outlets (profile, name, country, language) values ($1, 'Nguồn', 'VN', 'vi') returning id)
         insert into sources (profile, outlet_id, kind, url, language, country, created_at)
         select $1, o.id, 'rss', 'https://nguon.example/' || $1, 'vi', 'VN', $2 from o`,
        [profile, since],
      );
    const period = weekPeriod(week);
    const friday = (period?.from.getTime() ?? 0) + (4 * 24 + 15) * 3600_000;
    const at = (now: number) =>
      createCasework({
        pool: database.pool,
        profiles: loadProfile,
        findSecrecyMarks: () => [],
        clock: { now: () => new Date(now) },
      });
    await database.pool.query('update articles set first_seen_at = $2 where profile = $1', [
      other,
      new Date(friday - 3600_000),
    ]);
    await watch(other, new Date(friday - 3600_000));
    expect(await at(friday - 1).draftDueBriefing(other)).toBeNull();
    const both = await Promise.all([at(friday).draftDueBriefing(other), at(friday).draftDueBriefing(other)]);
    expect(both.filter((draft) => draft !== null).length).toBe(1);
    expect(await at(friday + 60_000).draftDueBriefing(other)).toBeNull();
    const notices = await database.pool.query(
      "select 1 from notices where profile = $1 and kind = 'briefing-drafted'",
      [other],
    );
    expect(notices.rowCount).toBe(1);
    await insertFlaggedArticle(database.pool, { profile: 'lam-dong' });
    expect(await at(friday).draftDueBriefing('lam-dong')).toBeNull();
    await watch('lam-dong', new Date(friday + 1));
    expect(await at(friday + 60_000).draftDueBriefing('lam-dong')).toBeNull();
  });

  it('is drawn up at the hour that the installation sets instead of the province', async () => {
    const other = 'hai-phong';
    await insertFlaggedArticle(database.pool, { profile: other });
    const thursday = (weekPeriod(week)?.from.getTime() ?? 0) + (3 * 24 + 15) * 3600_000;
    await database.pool.query(
      `with o as (insert into outlets (profile, name, country, language) values ($1, 'Nguồn thứ Năm', 'VN', 'vi') returning id)
       insert into sources (profile, outlet_id, kind, url, language, country, created_at)
       select $1, o.id, 'rss', 'https://nguon.example/cb', 'vi', 'VN', $2 from o`,
      [other, new Date(thursday - 3600_000)],
    );
    const at = (now: number, setting: { briefingAt?: { weekday: number; time: string } }) =>
      createCasework({
        pool: database.pool,
        profiles: loadProfile,
        findSecrecyMarks: () => [],
        clock: { now: () => new Date(now) },
        ...setting,
      });
    const own = { briefingAt: { weekday: 4, time: '15:01' } };
    expect(await at(thursday, own).draftDueBriefing(other)).toBeNull();
    expect(await at(thursday + 60_000, {}).draftDueBriefing(other)).toBeNull();
    expect(await at(thursday + 60_000, own).draftDueBriefing(other)).toMatchObject({ label: week, edition: 1 });
  });

  it('takes in what came after the one before was read', async () => {
    const other = 'tra-vinh';
    const person = { ...coordinator, profile: other };
    const late = await insertFlaggedArticle(database.pool, { profile: other });
    const period = weekPeriod(week);
    const from = period?.from.getTime() ?? 0;
    const before = weekLabel(new Date(from - 1));
    const clock = { now: () => new Date(from - 2 * 24 * 3600_000) };
    const office = createCasework({
      pool: database.pool,
      profiles: loadProfile,
      findSecrecyMarks: () => [],
      clock,
      files: { blobStore, inspect: async () => ({ ok: true, mediaType: 'text/plain', readable: true }) },
      briefings: { formats: [], render: async () => new Uint8Array() },
    });
    const first = await office.compileBriefing(person, { week: before });
    await office.issueBriefing(person, { briefingId: first.briefingId });
    await database.pool.query('update articles set first_seen_at = $2 where id = $1', [
      late.articleId,
      new Date(from - 24 * 3600_000),
    ]);
    const second = await casework.compileBriefing(person, { week });
    const { content } = await casework.openBriefing(person, { briefingId: second.briefingId });
    expect(content.annex.map((item) => item.articleId)).toEqual([late.articleId]);
    expect(content.readFrom).toBe(clock.now().toISOString());
  });
});
