import { AxeBuilder } from '@axe-core/playwright';
import { createIdentity } from '@lamro/access';
import { listEvents } from '@lamro/database';
import { createDesk } from '@lamro/desk';
import { parseFeed } from '@lamro/press';
import { loadProfile } from '@lamro/profiles';
import { load } from 'cheerio';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { claimReviewSchema } from '../../../packages/desk/src/clarification/claim-review.ts';
import { CHROMIUM, openBrowser } from '../browser.ts';
import { ANSWER, assignMatter, type Matter, type Office, openMatter, openOffice, prove } from './office.ts';

const PROFILE = 'hai-phong';
const jsonFeed = z.object({
  version: z.literal('https://jsonfeed.org/version/1'),
  items: z.array(z.object({ id: z.string(), url: z.url(), title: z.string(), summary: z.string() })),
});
const ADDRESS = 'https://lam-ro.example';
const CLAIM = 'Bài báo nêu </script><b>chỉ còn 2 bệnh viện</b> & hơn thế.';
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
let office: Office;
let closing: () => Promise<void>;
let desks: Record<'on' | 'off', (path: string, headers?: Record<string, string>) => Promise<Response>>;

beforeAll(async () => {
  office = await openOffice();
  const identity = createIdentity({ connectionString: office.database.url, secret: 'x'.repeat(32), baseUrl: ADDRESS });
  closing = () => identity.close();
  const common = {
    pool: office.database.pool,
    identity,
    casework: office.casework,
    profiles: loadProfile,
    clock: { now: () => office.clock.now },
    secret: 'x'.repeat(32),
    baseUrl: ADDRESS,
  };
  const visiting =
    (desk: ReturnType<typeof createDesk>) =>
    async (path: string, headers = {}) =>
      desk.fetch(new Request(new URL(path, ADDRESS), { headers }));
  desks = {
    on: visiting(createDesk({ ...common, publicPages: { profile: PROFILE } })),
    off: visiting(createDesk(common)),
  };
});
afterAll(async () => {
  await closing();
  await office.close();
});

async function released(
  channel: Parameters<typeof prove>[2] = 'press-release',
  byline?: string,
): Promise<{ matter: Matter; releaseId: string }> {
  const matter = await openMatter(office, PROFILE);
  if (byline !== undefined)
    await office.database.pool.query('update article_versions set byline = $2 where article_id = $1', [
      matter.articleId,
      byline,
    ]);
  await assignMatter(office, matter);
  const officer = await matter.officer();
  const { caseId } = matter;
  await office.casework.accept(officer, { caseId });
  const vi = await office.casework.draft(officer, { caseId, ...ANSWER });
  const english = { title: 'Clarification on health care', body: 'The article is wrong.', language: 'en' } as const;
  const en = await office.casework.draft(officer, { caseId, ...english });
  await office.casework.submit(officer, { caseId });
  await office.casework.approve(matter.leader, { caseId });
  const proof = await prove(office, matter, channel);
  const { releaseId } = await office.casework.release(officer, { caseId, responseId: vi.responseId, proof });
  if (channel === 'press-release') await office.casework.release(officer, { caseId, responseId: en.responseId, proof });
  return { matter, releaseId };
}

async function opened(): Promise<{ matter: Matter; releaseId: string; clarificationId: string }> {
  const { matter, releaseId } = await released();
  const { clarificationId } = await office.casework.openToPublic(matter.leader, {
    caseId: matter.caseId,
    releaseId,
    claim: CLAIM,
    noPrivatePersons: true,
  });
  return { matter, releaseId, clarificationId };
}

describe('a clarification opened to everybody', () => {
  it('is read without sign-in, cookie or script, in each of its languages', async () => {
    const { matter, clarificationId } = await opened();
    const answer = await desks.on(`/cong-khai/${clarificationId}`);
    expect(answer.status).toBe(200);
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect(answer.headers.get('cache-control')).toBe('public, max-age=300');
    expect(answer.headers.get('content-security-policy')).not.toContain('script-src');
    const page = load(await answer.text());
    expect(page('html').attr('lang')).toBe('vi');
    expect(page('h1').text()).toBe(ANSWER.title);
    expect(page('blockquote').text()).toBe(CLAIM);
    expect(page('main').text()).toContain('là một bên trong vụ việc');
    expect(page('script:not([type="application/ld+json"]), iframe, img').length).toBe(0);
    expect(
      page('link[hreflang]')
        .toArray()
        .map((link) => page(link).attr('hreflang')),
    ).toEqual(['vi', 'en']);
    const english = load(await (await desks.on(`/cong-khai/${clarificationId}/en`)).text());
    expect([english('html').attr('lang'), english('h1').text()]).toEqual(['en', 'Clarification on health care']);
    expect((await desks.on(`/cong-khai/${clarificationId}/zh`)).status).toBe(404);
    const event = (await listEvents(office.database.pool, matter.caseId)).at(-1);
    expect(event).toMatchObject({ command: 'open-to-public', evidence: { clarification: clarificationId } });
  });

  it('says in ClaimReview who issues it, and that the issuer is a party', async () => {
    const { clarificationId } = await opened();
    const page = load(await (await desks.on(`/cong-khai/${clarificationId}`)).text());
    const review = claimReviewSchema.parse(JSON.parse(page('script[type="application/ld+json"]').text()));
    expect(review).toMatchObject({
      claimReviewed: CLAIM,
      url: `${ADDRESS}/cong-khai/${clarificationId}`,
      reviewRating: { ratingValue: 1, bestRating: 5, worstRating: 1 },
      author: { '@type': 'GovernmentOrganization' },
    });
    expect(review.author.description).toContain('là một bên trong vụ việc');
    expect(review.itemReviewed.appearance.length).toBe(1);
  });

  it('stands in list, feeds and sitemap, with a tag by which nothing is sent twice', async () => {
    const { clarificationId } = await opened();
    const url = `${ADDRESS}/cong-khai/${clarificationId}`;
    const list = await desks.on('/cong-khai');
    expect(load(await list.text())(`a[href="${url}"]`).text()).toBe(ANSWER.title);
    expect(load(await (await desks.on('/cong-khai/en')).text())(`a[href="${url}/en"]`).length).toBe(1);
    const again = await desks.on('/cong-khai', { 'if-none-match': list.headers.get('etag') ?? '' });
    expect([again.status, await again.text()]).toEqual([304, '']);
    const atom = await desks.on('/cong-khai/atom.xml');
    expect(atom.headers.get('content-type')).toContain('application/atom+xml');
    const feed = await parseFeed(new Uint8Array(await atom.arrayBuffer()), { contentType: 'application/atom+xml' });
    const item = feed.items.find(({ link }) => link === url);
    expect([item?.title, item?.summary]).toEqual([ANSWER.title, CLAIM]);
    const json = await desks.on('/cong-khai/feed.json');
    expect(json.headers.get('content-type')).toContain('application/feed+json');
    const told = jsonFeed.parse(await json.json()).items.find((one) => one.url === url);
    expect([told?.title, told?.summary]).toEqual([ANSWER.title, CLAIM]);
    const sitemap = load(await (await desks.on('/cong-khai/sitemap.xml')).text(), { xml: true });
    const places = sitemap('loc')
      .toArray()
      .map((loc) => sitemap(loc).text());
    expect(places).toEqual(expect.arrayContaining([url, `${url}/en`]));
    expect(await (await desks.on('/robots.txt')).text()).toContain(`Sitemap: ${ADDRESS}/cong-khai/sitemap.xml`);
  });

  it('is gone once it is closed, or once its release is taken back', async () => {
    const first = await opened();
    await office.casework.closeToPublic(first.matter.leader, { caseId: first.matter.caseId, reason: 'Đã cải chính.' });
    const second = await opened();
    await office.casework.withdrawRelease(second.matter.leader, {
      caseId: second.matter.caseId,
      releaseId: second.releaseId,
      reason: 'Sai số liệu.',
    });
    for (const { clarificationId } of [first, second])
      expect((await desks.on(`/cong-khai/${clarificationId}`)).status).toBe(404);
    const none = office.casework.closeToPublic(first.matter.leader, { caseId: first.matter.caseId, reason: 'x' });
    await expect(none).rejects.toMatchObject({ code: 'wrong-state' });
    const reopened = await office.casework.openToPublic(first.matter.leader, {
      caseId: first.matter.caseId,
      releaseId: first.releaseId,
      claim: CLAIM,
      noPrivatePersons: true,
    });
    expect((await desks.on(`/cong-khai/${reopened.clarificationId}`)).status).toBe(200);
  });
});

describe.skipIf(CHROMIUM === undefined)('in a browser that runs no script', () => {
  it('is drawn for large and small screens without a violation of WCAG 2.2 AA, from this host alone', async () => {
    const { clarificationId } = await opened();
    const visitor = await openBrowser();
    try {
      const { page, picture } = visitor;
      const asked: string[] = [];
      await page.route('**/*', async (route) => {
        const { origin, pathname, search } = new URL(route.request().url());
        asked.push(`${origin}${pathname}`);
        const answer = await desks.on(`${pathname}${search}`);
        const headers = Object.fromEntries(answer.headers);
        await route.fulfill({ status: answer.status, headers, body: Buffer.from(await answer.arrayBuffer()) });
      });
      for (const [path, width, scheme] of [
        ['/cong-khai', 1280, 'light'],
        [`/cong-khai/${clarificationId}`, 1280, 'dark'],
        [`/cong-khai/${clarificationId}/en`, 360, 'light'],
      ] as const) {
        await page.emulateMedia({ colorScheme: scheme });
        await page.setViewportSize({ width, height: 800 });
        await page.goto(`${ADDRESS}${path}`);
        const wide = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
        expect(wide, path).toBe(0);
        const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
        expect(violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id} ${node.html}`))).toEqual([]);
        await picture(`cong-khai-${width}-${scheme}`);
      }
      expect(await page.context().cookies()).toEqual([]);
      expect(asked.filter((address) => !address.startsWith(`${ADDRESS}/cong-khai`))).toEqual([]);
    } finally {
      await visitor.close();
    }
  });
});

describe('what may not be opened', () => {
  it('is an answer that went to named recipients only, is opened already, or names who wrote the article', async () => {
    const forces = await released('information-to-forces');
    const open = (m: Matter, releaseId: string, claim = CLAIM, by = m.leader) =>
      office.casework.openToPublic(by, { caseId: m.caseId, releaseId, claim, noPrivatePersons: true });
    await expect(open(forces.matter, forces.releaseId)).rejects.toMatchObject({ code: 'check-failed' });
    const named = await released('press-release', 'Hoàng Thị Cẩm, ảnh: CTV');
    const told = open(named.matter, named.releaseId, 'Bài của hoàng  thị CẨM nêu chỉ còn 2 bệnh viện.');
    await expect(told).rejects.toMatchObject({ code: 'check-failed' });
    const officer = await named.matter.officer();
    await expect(open(named.matter, named.releaseId, CLAIM, officer)).rejects.toMatchObject({ code: 'forbidden' });
    await open(named.matter, named.releaseId);
    await expect(open(named.matter, named.releaseId)).rejects.toMatchObject({ code: 'wrong-state' });
  });

  it('is nothing at all where the installation has not switched the pages on', async () => {
    const { clarificationId } = await opened();
    for (const path of ['/cong-khai', `/cong-khai/${clarificationId}`, '/cong-khai/atom.xml'])
      expect((await desks.off(path)).status).toBe(404);
  });
});
