import { type Pool, saveOutlet, saveSource } from '@lamro/database';
import { type FlaggedArticle, insertFlaggedArticle } from '@lamro/testkit';
import { HOSTILE } from './hostile.ts';

/** One flagged article per hostile text, with the text in every place that comes from outside. */
export async function plantHostile(pool: Pool, profile: string): Promise<readonly FlaggedArticle[]> {
  const planted: FlaggedArticle[] = [];
  for (const [index, text] of HOSTILE.entries()) {
    const title = text.trim();
    const made = await insertFlaggedArticle(pool, { profile, title });
    const outletId = await saveOutlet(pool, {
      profile,
      name: `${title} ${index}`,
      country: 'VN',
      language: 'vi',
      homeUrl: null,
      official: false,
    });
    await saveSource(pool, { profile, outletId, kind: 'rss', url: `${text}#${index}`, language: 'vi', country: 'VN' });
    await pool.query('update articles set outlet_id = $2, url = $3 where id = $1', [made.articleId, outletId, text]);
    await pool.query('update article_versions set body = $2, byline = $3, published_as_printed = $3 where id = $1', [
      made.versionId,
      `${text}\n${text}`,
      text,
    ]);
    await pool.query(
      `update signals set quote = $2, evidence_quote = case when evidence_quote is null then null else $2 end, why = $2,
         span_start = $3, span_end = $4 where article_version_id = $1`,
      [made.versionId, text, title.length + 1, title.length + 1 + text.length],
    );
    await pool.query(
      'update official_records set text = $2, document_number = $2, source = $2, source_url = $2, unit = $2, value = 1 where id = $1',
      [made.recordId, text],
    );
    await pool.query(`update sources set alarm = $2 where outlet_id = $1`, [outletId, text]);
    await pool.query(`update judgements set mentions = $2, places = $3 where article_version_id = $1`, [
      made.versionId,
      JSON.stringify([{ text, start: 0, end: title.length, unit: '34' }]),
      JSON.stringify([{ code: '34', name: text, asOf: '2026-01-01' }]),
    ]);
    planted.push(made);
  }
  return planted;
}
