import { insertTranslation } from '@lamro/database';
import { type FlaggedArticle, insertFlaggedArticle } from '@lamro/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Office, openOffice, PROFILE, type Visitor } from './office.ts';

let office: Office;
let analyst: Visitor;
let foreign: FlaggedArticle;
const risk = {
  original: 'The bridge is <not> closed.',
  translation: 'Cây cầu đóng.',
  kind: 'negation',
  why: 'Nguyên văn có phủ định hoặc bác bỏ, bản dịch thì không.',
};

beforeAll(async () => {
  office = await openOffice();
  analyst = await office.visitor('analyst');
  const { pool } = office.database;
  foreign = await insertFlaggedArticle(pool, { profile: PROFILE, origin: 'foreign', title: 'A bridge' });
  await pool.query(`update article_versions set language = 'en' where id = $1`, [foreign.versionId]);
});
afterAll(() => office.close());

const translate = (by: Parameters<typeof insertTranslation>[1]['by'], title: string) =>
  insertTranslation(office.database.pool, {
    profile: PROFILE,
    versionId: foreign.versionId,
    language: 'vi',
    by,
    title,
    body: 'Đoạn một.\n\nĐoạn hai.',
    risks: by.kind === 'machine' ? [risk] : [],
  });

describe('a foreign article', () => {
  it('says when no model has translated it', async () => {
    const page = await analyst.get(`/flags/${foreign.flagId}`);
    expect(page.text).toContain('Chưa có mô hình dịch từ tiếng Anh sang tiếng Việt');
  });

  it('shows a machine translation as such, with what may differ, and an analyst’s before it', async () => {
    await translate({ kind: 'machine', model: 'opus-mt-en-vi@1' }, 'Một cây cầu');
    for (const path of [`/articles/${foreign.articleId}`, `/flags/${foreign.flagId}`]) {
      const { text } = await analyst.get(path);
      for (const shown of ['Bản dịch máy', 'opus-mt-en-vi@1', 'Một cây cầu', 'Đoạn hai.', risk.why, '&lt;not&gt;']) {
        expect(text, path).toContain(shown);
      }
    }
    await translate({ kind: 'analyst', authorId: 'u1' }, 'Cây cầu ấy');
    const { text } = await analyst.get(`/articles/${foreign.articleId}`);
    expect(text).toContain('Bản dịch của chuyên viên');
    expect(text).toContain('Cây cầu ấy');
    expect(text).not.toContain('Một cây cầu');
  });

  it('stands beside its translation, which an analyst writes and others only read', async () => {
    const path = `/articles/${foreign.articleId}`;
    const page = await analyst.get(path);
    expect(page.$('.twin > section').length).toBe(2);
    expect(page.$('#translation-headline').val()).toBe('Cây cầu ấy');
    const action = `/versions/${foreign.versionId}/translation`;
    const saved = await analyst.submit(action, { title: 'Cầu ấy không đóng', body: 'Đoạn một.\n\nĐoạn hai mới.' });
    expect(saved.$('[role=status].ok').text()).toBe('Đã lưu bản dịch.');
    expect(saved.$('.twin').text()).toContain('Tài khoản analyst dịch');
    expect(saved.$('.twin').text()).toContain('Cầu ấy không đóng');
    const auditor = await office.visitor('auditor');
    const read = await auditor.get(path);
    expect(read.$(`form[action="${action}"]`).length).toBe(0);
    const token = String(read.$('input[name=token]').first().val());
    expect((await auditor.post(action, { token, title: 'x', body: 'y' })).status).toBe(409);
    const { rows } = await office.database.pool.query(
      `select kind from translations where article_version_id = $1 order by id`,
      [foreign.versionId],
    );
    expect(rows.map(({ kind }) => kind)).toEqual(['machine', 'analyst', 'analyst']);
    const trail = await office.database.pool.query(
      `select action, actor_role from audit_entries where object_id = $1`,
      [foreign.articleId],
    );
    expect(trail.rows).toContainEqual({ action: 'translate', actor_role: 'analyst' });
  });

  it('tells of names that touch sovereignty as a note, without a signal', async () => {
    const sea = await insertFlaggedArticle(office.database.pool, { profile: PROFILE, origin: 'foreign' });
    await office.database.pool.query(
      `update article_versions set language = 'zh', body = body || E'\n中国在南沙群岛的活动。' where id = $1`,
      [sea.versionId],
    );
    for (const path of [`/articles/${sea.articleId}`, `/flags/${sea.flagId}`]) {
      const { $ } = await analyst.get(path);
      expect($('#names-title').parent().text(), path).toContain('Bài viết “南沙”; văn bản của ta viết: 长沙.');
      expect($('.evidence').text(), path).not.toContain('南沙');
    }
    expect((await analyst.get(`/articles/${foreign.articleId}`)).$('#names-title').length).toBe(0);
  });

  it('has no such part where it is Vietnamese', async () => {
    const own = await insertFlaggedArticle(office.database.pool, { profile: PROFILE });
    expect((await analyst.get(`/articles/${own.articleId}`)).text).not.toContain('Bản dịch tiếng Việt');
  });
});
