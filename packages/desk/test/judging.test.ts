import { insertFlaggedArticle } from '@lamro/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Office, openOffice, PROFILE } from './office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

describe('judging anew', () => {
  it('is asked for on the article page, once, and says what came of earlier times', async () => {
    const { pool } = office.database;
    const { articleId, versionId, flagId } = await insertFlaggedArticle(pool, { profile: PROFILE });
    const analyst = await office.visitor('analyst');
    const path = `/articles/${articleId}`;
    const page = await analyst.get(path);
    expect(page.$('#judged-title').parent().text()).toMatch(/Bộ quy tắc từ trước khi có tên/);
    const asked = await analyst.submit(`${path}/judge`);
    expect(asked.$('[role=status].ok').first().text()).toMatch(/đang chờ xét lại/);
    expect(asked.$('#revisions-title').parent().text()).toMatch(/Đang chờ xét lại/);
    await analyst.get(path);
    expect((await analyst.submit(`${path}/judge`)).$('[role=status].ok').first().text()).toMatch(/đã chờ xét từ trước/);
    const { rows } = await pool.query('select asked_by from judgement_revisions where article_version_id = $1', [
      versionId,
    ]);
    expect(rows).toHaveLength(1);

    await pool.query(
      `update judgement_revisions set done_at = now(), outcome = 'noted', rules_after = 'rules-3.a.b',
         found = '{"flag": {"raised": true, "score": 0.83}}' where article_version_id = $1`,
      [versionId],
    );
    const told = (await analyst.get(path)).$('#revisions-title').parent().text();
    expect(told).toMatch(/giữ nguyên.*rules-3\.a\.b.*có cảnh báo, điểm 83\s?%/s);

    await pool.query(`update flags set state = 'withdrawn', withdrawn_by = 'rules-3.a.b' where id = $1`, [flagId]);
    const flag = await analyst.get(`/flags/${flagId}`);
    expect(flag.$('.badge').first().text()).toBe('Đã rút sau khi xét lại');
    expect(flag.$('form.decision').length).toBe(0);
    expect(flag.$('.note').text()).toMatch(/chưa ai thẩm định/);
    expect((await analyst.get('/stream?flag=any')).$(`a[href="${path}"]`).length).toBe(0);
    expect((await analyst.get('/stream?flag=none')).$(`a[href="${path}"]`).length).toBeGreaterThan(0);
  });

  it('is offered to nobody who may not', async () => {
    const { articleId } = await insertFlaggedArticle(office.database.pool, { profile: PROFILE });
    const leader = await office.visitor('leader');
    expect((await leader.get(`/articles/${articleId}`)).$(`form[action="/articles/${articleId}/judge"]`).length).toBe(
      0,
    );
    const auditor = await office.visitor('auditor');
    expect((await auditor.get('/administration/models')).$('form[action$="/judge"]').length).toBe(0);
  });

  it('is asked for many on the page of models, where older judgements are counted', async () => {
    const administrator = await office.visitor('administrator');
    const page = await administrator.get('/administration/models');
    const counted = page.$('#rules-title').parent().text();
    expect(counted).toMatch(/rules-test/);
    expect(counted).toMatch(/Bài xét theo bộ quy tắc khác\s*2/);
    const done = await administrator.submit('/administration/models/judge', { judged: 'older-rules' });
    expect(done.$('[role=status].ok').first().text()).toBe('Đã yêu cầu xét lại 1 bài.');
    expect(done.$('#rules-title').parent().text()).toMatch(/Bài đang chờ xét lại\s*1/);
  });

  it('shows what was weighed and taken back, folded, and as no signal', async () => {
    const { pool } = office.database;
    const { articleId, versionId, flagId } = await insertFlaggedArticle(pool, { profile: PROFILE });
    const analyst = await office.visitor('analyst');
    expect((await analyst.get(`/articles/${articleId}`)).$('#considered-title').length).toBe(0);
    const { rows } = await pool.query<{ external: string; document: string }>(
      `select r.external_id as external, r.document_number as document from signals s
       join official_records r on r.id = s.record_id where s.article_version_id = $1`,
      [versionId],
    );
    const [record] = rows;
    const considered = {
      kind: 'contradicts-statement',
      quote: 'Cầu <b>đóng</b>?',
      start: 0,
      end: 16,
      why: 'Bài nói "đóng".',
      strength: 0.7,
      doubt: 'Khả năng chỉ khoảng 12%.',
      evidence: { recordId: record?.external, quote: 'Cầu vẫn mở.' },
    };
    await pool.query('update judgements set considered = $2 where article_version_id = $1', [
      versionId,
      JSON.stringify([considered]),
    ]);
    for (const path of [`/articles/${articleId}`, `/flags/${flagId}`]) {
      const { $ } = await analyst.get(path);
      const section = $('#considered-title').parent();
      expect(section.find('details').attr('open')).toBeUndefined();
      expect(section.text()).toContain('Đã cân nhắc, không đủ căn cứ');
      expect(section.find('blockquote').first().text()).toBe(considered.quote);
      expect(section.text()).toContain(considered.doubt);
      expect(section.find('.from').text()).toContain(record?.document);
      expect($('#signals-title').parent().text()).not.toContain('Cầu vẫn mở');
      expect(section.find('input, button').length).toBe(0);
    }
  });
});
