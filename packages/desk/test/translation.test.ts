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

  it('has no such part where it is Vietnamese', async () => {
    const own = await insertFlaggedArticle(office.database.pool, { profile: PROFILE });
    expect((await analyst.get(`/articles/${own.articleId}`)).text).not.toContain('Bản dịch tiếng Việt');
  });
});
