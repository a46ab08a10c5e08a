import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { folderBlobStore, readWarc } from '@lamro/archive';
import { run } from '@lamro/cli';
import { findArticle } from '@lamro/database';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { visitArticle } from '../../services/crawler/src/page/visit-article.ts';
import { type Crawl, openCrawl, PROFILE } from '../../services/crawler/test/crawl.ts';
import {
  articlePage,
  fetcherFor,
  type OutletServer,
  rss,
  startOutlet,
} from '../../services/crawler/test/outlet-server.ts';

/** What an outlet printed can be proved after it was changed: both versions come out of the archive byte by byte. */
describe('lamro warc', () => {
  let outlet: OutletServer;
  let crawl: Crawl;
  const home = mkdtempSync(join(tmpdir(), 'lamro-warc-'));

  beforeAll(async () => {
    outlet = await startOutlet();
    crawl = await openCrawl({ fetcher: fetcherFor([outlet.origin]) });
    vi.stubEnv('BASE_URL', '');
    vi.stubEnv('DATABASE_URL', crawl.database.url);
    vi.stubEnv('LAMRO_HOME', home);
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    await crawl.close();
    await outlet.close();
    rmSync(home, { recursive: true, force: true });
  });

  async function lamro(...args: string[]) {
    const written = { output: '', errors: '' };
    const into = (name: 'output' | 'errors') =>
      new Writable({
        write: (chunk: Buffer, _, done) => {
          written[name] += chunk.toString();
          done();
        },
      });
    const code = await run(args, { input: Readable.from([]), output: into('output'), errors: into('errors') });
    return { code, ...written };
  }

  it('exports every page that an article ever was', async () => {
    const context = { ...crawl.context, blobs: folderBlobStore(join(home, 'archive')) };
    const before = articlePage('Bài sẽ bị sửa', { extra: 'Con số cũ là 12.' });
    const after = articlePage('Bài sẽ bị sửa', { extra: 'Con số mới là 2.' });
    outlet.pages.set('/tin.rss', rss([{ link: '/sua', title: 'Bài sẽ bị sửa' }]));
    outlet.pages.set('/sua', before);
    const [articleId = ''] = await crawl.check(await crawl.addSource({ url: `${outlet.origin}/tin.rss` }));
    for (const page of [before, after]) {
      outlet.pages.set('/sua', page);
      const row = await findArticle(crawl.database.pool, articleId);
      if (row === null) throw new Error('no article');
      await visitArticle(context, row, { purpose: 'article', acceptPartial: false });
    }
    const out = join(home, 'bai.warc.gz');
    const { code, output, errors } = await lamro('warc', '--article', articleId, '--profile', PROFILE, '--out', out);
    expect(errors).toBe('');
    expect(code).toBe(0);
    expect(JSON.parse(output)).toMatchObject({ captures: 2, versions: 2, file: out });
    const ofType = (type: string) =>
      readWarc(readFileSync(out)).filter((record) => record.headers['warc-type'] === type);
    const responses = ofType('response');
    expect(responses.map((record) => Buffer.from(record.block).toString().split('\r\n\r\n')[1])).toEqual([
      before.body,
      after.body,
    ]);
    expect(ofType('metadata').map((record) => Buffer.from(record.block).toString())).toEqual([
      expect.stringContaining('article-version: 1'),
      expect.stringContaining('article-version: 2'),
    ]);
  });

  it('says what is missing', async () => {
    const { code, errors } = await lamro('warc', '--article', '999999', '--profile', PROFILE, '--out', join(home, 'x'));
    expect(code).toBe(2);
    expect(errors).toContain('không có bản lưu nào');
  });
});
