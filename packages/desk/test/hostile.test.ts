import { insertFlaggedArticle } from '@lamro/testkit';
import type { CheerioAPI } from 'cheerio';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOSTILE } from './hostile.ts';
import { type Office, openOffice, PROFILE, type Visitor } from './office.ts';
import { plantHostile } from './plant-hostile.ts';

let office: Office;
let visitor: Visitor;

beforeAll(async () => {
  office = await openOffice();
  visitor = await office.visitor('administrator');
});
afterAll(() => office.close());

/** What a page holds that only its own templates may put there. */
function strangers($: CheerioAPI): string[] {
  const scripts = $('script')
    .toArray()
    .filter((element) => !/^\/assets\//.test($(element).attr('src') ?? ''));
  const odd = $(
    'iframe, object, embed, base, style, template, math, marquee, video, audio, img, meta[http-equiv], link:not([rel=icon], [href^="/assets/"])',
  );
  const attributes = $('*')
    .toArray()
    .flatMap((element) => ('attribs' in element ? Object.entries(element.attribs) : []))
    .filter(
      ([name, value]) =>
        /^on|^style$|^srcdoc$|hx-on|^hx-/.test(name) ||
        (/^(href|src|action|formaction)$/.test(name) && !/^(\/|#|https?:)/.test(value)),
    );
  return [
    ...scripts.map(() => 'script'),
    ...odd.toArray().map((element) => $(element).prop('tagName') ?? ''),
    ...attributes.map(([name, value]) => `${name}=${value}`),
  ];
}

describe('hostile texts', () => {
  it('are at least three hundred, each different', () => {
    expect(new Set(HOSTILE).size).toBe(HOSTILE.length);
    expect(HOSTILE.length).toBeGreaterThanOrEqual(300);
  });

  it('stay words in every list and on every page that shows them', async () => {
    const planted = await plantHostile(office.database.pool, PROFILE);
    const read: string[] = [];
    for (let path: string | undefined = '/stream'; path !== undefined; ) {
      const { $ } = await visitor.get(path);
      expect(strangers($), path).toEqual([]);
      read.push(
        ...$('.item h3 a')
          .toArray()
          .map((link) => $(link).text()),
      );
      path = $('a[rel=next]').attr('href');
    }
    // Every text came through as it was, none cut by a browser that took it for markup.
    expect([...read].sort()).toEqual(HOSTILE.map((text) => text.trim()).sort());
    for (const { articleId, flagId } of planted) {
      for (const path of [`/articles/${articleId}`, `/flags/${flagId}`]) {
        const page = await visitor.get(path);
        expect([path, page.status, strangers(page.$)]).toEqual([path, 200, []]);
      }
    }
    for (const path of ['/', '/flags', '/records', '/sources'])
      expect(strangers((await visitor.get(path)).$), path).toEqual([]);
    expect(office.failures).toEqual([]);
  });

  it('stay words when they are searched for and typed into forms', async () => {
    const analyst = await office.visitor('analyst');
    const { flagId } = await insertFlaggedArticle(office.database.pool, { profile: PROFILE });
    for (const text of HOSTILE.slice(0, 90)) {
      const found = await analyst.get(`/stream?q=${encodeURIComponent(text)}`);
      expect([found.status, strangers(found.$)], text).toEqual([200, []]);
      expect(found.$('#search').val()).toBe(text.trim());
      await analyst.get(`/flags/${flagId}`);
      const refused = await analyst.submit(`/flags/${flagId}/decision`, {
        decision: 'dismissed',
        verdict: 'distorted',
        reason: text,
      });
      expect([refused.status, strangers(refused.$)], text).toEqual([409, []]);
    }
    expect(office.failures).toEqual([]);
  });
});
