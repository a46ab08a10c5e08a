import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inventedInVietnamese } from '../page/chrome.ts';
import { escapeMarkup } from '../page/escape.ts';
import { type Newsroom, startNewsroom } from './newsroom.ts';

const now = new Date('2026-11-20T03:00:00Z');
let newsroom: Newsroom;

beforeAll(async () => {
  newsroom = await startNewsroom({ now, clock: () => new Date('2026-11-20T05:00:00Z') });
});
afterAll(() => newsroom.close());

/** Fetches a page and reads it as a browser would: bytes, then charset, then references. */
async function read(url: string, charset: string): Promise<{ status: number; type: string; text: string }> {
  const response = await fetch(url);
  const text = iconv.decode(Buffer.from(await response.arrayBuffer()), charset);
  const type = response.headers.get('content-type') ?? '';
  const whole = text.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code))).normalize('NFC');
  return { status: response.status, type, text: whole };
}

async function page(id: string): Promise<{ status: number; type: string; text: string }> {
  const article = newsroom.edition.articles.find((candidate) => candidate.id === id);
  return read(article?.url ?? '', article?.outlet.charset ?? 'utf-8');
}

describe('startNewsroom', () => {
  it('gives each outlet a loopback address of its own', () => {
    const hosts = newsroom.outlets.map((outlet) => new URL(outlet.origin).hostname);
    expect(hosts).toEqual(newsroom.outlets.map((_, index) => `127.0.0.${index + 11}`));
  });

  it('serves every article in its charset, marked as invented', async () => {
    for (const article of newsroom.edition.articles.filter((each) => !each.held)) {
      const { status, type, text } = await page(article.id);
      expect(status, article.url).toBe(200);
      expect(type.includes('charset='), article.outlet.id).toBe(article.outlet.charsetIn === 'header');
      expect(text, article.id).toContain(`<meta charset="${article.outlet.charset}">`);
      expect(text, article.id).toContain(inventedInVietnamese);
      expect(text, article.id).toContain(`>${escapeMarkup(article.title)}</h1>`);
      for (const paragraph of article.paragraphs)
        expect(text, article.id).toContain(`<p>${escapeMarkup(paragraph)}</p>`);
    }
  });

  it('lists in every feed the articles that are out, and no other', async () => {
    for (const outlet of newsroom.outlets.filter((each) => each.official === undefined)) {
      const { status, text } = await read(outlet.sourceUrl, outlet.kind === 'json-feed' ? 'utf-8' : outlet.charset);
      expect(status).toBe(200);
      const own = newsroom.edition.articles.filter((article) => article.outlet.id === outlet.id);
      expect(own.length, outlet.id).toBeGreaterThanOrEqual(4);
      for (const article of own) {
        const link = outlet.kind === 'list-page' ? article.path : article.url;
        expect(text.includes(escapeMarkup(link)), `${article.id} in ${outlet.sourceUrl}`).toBe(!article.held);
      }
    }
  });

  it('asks crawlers for a second between visits', async () => {
    for (const outlet of newsroom.outlets) {
      expect((await read(`${outlet.origin}/robots.txt`, 'utf-8')).text).toContain('Crawl-delay: 1\n');
    }
  });

  it('answers 304 to its own tag and 404 to nonsense', async () => {
    const url = newsroom.outlets[0]?.sourceUrl ?? '';
    const first = await fetch(url);
    const tag = first.headers.get('etag') ?? '';
    expect(first.headers.get('last-modified')).toMatch(/GMT$/);
    expect((await fetch(url, { headers: { 'if-none-match': tag } })).status).toBe(304);
    expect((await fetch(`${newsroom.outlets[0]?.origin}/khong-co`)).status).toBe(404);
  });

  it('refuses a port that is taken, naming the address', async () => {
    const port = Number(new URL(newsroom.outlets[0]?.origin ?? '').port);
    await expect(startNewsroom({ now, port })).rejects.toThrow('127.0.0.11');
  });
});

describe('the official portals', () => {
  it('serve records, statistics and a page for every statement', async () => {
    for (const portal of newsroom.outlets.filter((each) => each.official !== undefined)) {
      const own = newsroom.records().filter((record) => record.profile === portal.official);
      const lines = (await read(`${portal.origin}/ho-so.ndjson`, 'utf-8')).text.trim().split('\n');
      expect(lines.map((line) => JSON.parse(line))).toEqual(JSON.parse(JSON.stringify(own)));
      const csv = (await read(`${portal.origin}/so-lieu.csv`, 'utf-8')).text;
      const table = (await read(`${portal.origin}/so-lieu`, 'utf-8')).text;
      const feed = (await read(portal.sourceUrl, 'utf-8')).text;
      for (const record of own) {
        expect(csv).toContain(record.documentNumber);
        if (record.kind === 'figure') expect(table).toContain(`id="${record.id}"`);
        else {
          expect(feed).toContain(record.sourceUrl);
          expect((await read(record.sourceUrl, 'utf-8')).text).toContain(escapeMarkup(record.text));
        }
      }
    }
  });

  it('are the source of one profile each, while all profiles share the press', () => {
    const sources = newsroom.sources();
    for (const [profile, own] of Object.entries(sources)) {
      expect(own.filter((source) => source.kind === 'portal')).toMatchObject([
        { outlet: `cong-${profile}`, country: 'VN' },
      ]);
      expect(own).toHaveLength(newsroom.outlets.length - 4);
    }
  });
});

describe('advance', () => {
  it('corrects with a note, edits without a word, removes and publishes, for every profile', async () => {
    for (const profile of Object.keys(newsroom.sources())) {
      const correction = newsroom.advance(`correction:${profile}`);
      const change = newsroom.edition.changes.find((each) => each.step === correction.step);
      const corrected = await page(correction.articleId);
      expect(corrected.text).toContain(escapeMarkup(change?.to ?? '?'));
      expect(corrected.text).toContain(escapeMarkup(change?.note ?? '?'));
      expect(corrected.text).not.toContain(escapeMarkup(change?.from ?? ''));

      const edit = newsroom.advance(`silent-edit:${profile}`);
      const edited = newsroom.edition.changes.find((each) => each.step === edit.step);
      const after = await page(edit.articleId);
      expect(after.text).toContain(escapeMarkup(edited?.to ?? '?'));
      expect(after.text).not.toContain(escapeMarkup(edited?.from ?? ''));
      expect(after.text).not.toContain('2026-11-20T05:00:00');

      const removed = newsroom.advance(`remove:${profile}`);
      expect([404, 410]).toContain((await page(removed.articleId)).status);

      const before = newsroom.truth().length;
      const step = newsroom.edition.changes.find((each) => each.step === `publish:${profile}`);
      expect((await page(step?.article ?? '')).status).toBe(404);
      const published = newsroom.advance(`publish:${profile}`);
      expect((await page(published.articleId)).status).toBe(200);
      expect(newsroom.truth()).toHaveLength(before + 1);
    }
  });

  it('names its steps when asked for another', () => {
    expect(() => newsroom.advance('earthquake')).toThrow('correction:thai-binh');
  });
});

describe('an edition that starts empty', () => {
  it('brings its articles out one by one, and names the port of the proxy before it', async () => {
    const port = Number(new URL(newsroom.outlets[0]?.origin ?? '').port);
    const empty = await startNewsroom({ now, startsEmpty: true, namedPort: port });
    expect(empty.truth()).toEqual([]);
    const [first, second] = [empty.publishNext(), empty.publishNext()];
    expect(empty.truth().map((article) => article.id)).toEqual(expect.arrayContaining([first, second]));
    expect(empty.truth()).toHaveLength(2);
    expect(new Set(empty.outlets.map((outlet) => new URL(outlet.origin).port))).toEqual(new Set([`${port}`]));
    while (empty.publishNext() !== null);
    expect(empty.truth()).toHaveLength(empty.edition.articles.filter((article) => !article.held).length);
    await empty.close();
  });
});
