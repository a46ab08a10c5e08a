import { parseFeed } from '@lamro/press';
import { insertFlaggedArticle } from '@lamro/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ADDRESS, type Office, openOffice, PROFILE, type Visitor } from './office.ts';

const jsonFeed = z.object({
  items: z.array(z.object({ url: z.url(), title: z.string(), summary: z.string(), content_html: z.string() })),
});
let office: Office;
let analyst: Visitor;
beforeAll(async () => {
  office = await openOffice();
  analyst = await office.visitor('analyst');
  await insertFlaggedArticle(office.database.pool, { profile: PROFILE, title: 'Giá lúa <tăng> & giảm' });
  await analyst.get('/stream');
  await analyst.submit('/stream/filters', { name: 'Giá lúa' });
});
afterAll(() => office.close());

const read = (path: string, headers: Record<string, string> = {}) =>
  office.fetch(new Request(new URL(path, ADDRESS), { headers }));

/** Makes an address for the filter and returns those that the page shows. */
async function address(): Promise<string[]> {
  await analyst.get('/stream/feeds');
  const page = await analyst.submit('/stream/feeds');
  return page
    .$('#given-title')
    .closest('section')
    .find('code')
    .toArray()
    .map((code) => new URL(page.$(code).text()).pathname);
}

describe('a feed of a saved filter', () => {
  it('is read by its private address alone, with excerpt and link, without the text', async () => {
    const paths = await address();
    expect(paths.length).toBe(2);
    const body = 'Giá <b>tăng</b> & giảm';
    await office.database.pool.query('update article_versions set body = $1', [body]);
    for (const path of paths) {
      const answer = await read(path);
      expect([answer.status, answer.headers.get('cache-control'), answer.headers.getSetCookie()]).toEqual([
        200,
        'private, max-age=300',
        [],
      ]);
      const bytes = new Uint8Array(await answer.arrayBuffer());
      const type = answer.headers.get('content-type') ?? '';
      const items = path.endsWith('json')
        ? jsonFeed.parse(JSON.parse(new TextDecoder().decode(bytes))).items
        : (await parseFeed(bytes, { contentType: type })).items;
      expect(items.map(({ title }) => title)).toEqual(['Giá lúa <tăng> & giảm']);
      expect((items[0]?.summary ?? '').length).toBeLessThanOrEqual(240);
      expect(new TextDecoder().decode(bytes)).toContain('Giá &lt;b&gt;tăng&lt;/b&gt; &amp; giảm');
      expect(new TextDecoder().decode(bytes)).toContain('http://127.0.0.1/thai-binh/');
      const again = await read(path, { 'if-none-match': answer.headers.get('etag') ?? '' });
      expect(again.status).toBe(304);
    }
    const kept = await office.database.pool.query<{ row: string }>(
      'select filter_feeds::text as row from filter_feeds',
    );
    for (const path of paths) expect(kept.rows[0]?.row).not.toContain(path.slice(7, 50));
  });

  it('ends when it is changed, revoked, or its owner is closed', async () => {
    const [first = ''] = await address();
    const [second = ''] = await address();
    expect([(await read(first)).status, (await read(second)).status]).toEqual([404, 200]);
    await analyst.get('/stream/feeds');
    await analyst.submit('/stream/feeds/revoke');
    expect((await read(second)).status).toBe(404);
    const [third = ''] = await address();
    await office.database.pool.query(`update identity."user" set "disabledAt" = now() where "email" = $1`, [
      office.emailOf('analyst'),
    ]);
    expect((await read(third)).status).toBe(404);
    expect((await read(`/feeds/${'A'.repeat(43)}.atom`)).status).toBe(404);
  });
});
