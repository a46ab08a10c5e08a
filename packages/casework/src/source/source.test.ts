import { type Actor, COMMANDS, type Command } from '@lamro/access';
import { ROLES, type Role } from '@lamro/domain';
import { loadProfile } from '@lamro/profiles';
import { openTestDatabase, type TestDatabase } from '@lamro/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Casework, createCasework } from '../casework.ts';
import type { SourceRoom } from './room.ts';
import { webAddress } from './scope.ts';

const PROFILE = 'thai-binh';
const NOBODY = '999999999';
const reason = 'Số liệu khác báo cáo của sở.';
let database: TestDatabase;
let casework: Casework;

/** Reading is tested where the readers are; here it matters what casework does with what they read. */
const room: SourceRoom = {
  preview: async (url) => ({
    url,
    finalUrl: url,
    kind: 'rss',
    format: 'rss-2.0',
    title: 'Báo Thử',
    language: 'vi',
    items: [],
    newestAt: null,
    feeds: [],
    alarm: 'always-empty',
    detail: 'Không có tin nào.',
    requests: 1,
  }),
  canonicalUrl: (url) => url.replace(/[?#].*/, ''),
  readOpml: (xml) => {
    if (!xml.startsWith('<opml')) throw new Error('không có thẻ opml');
    const entries = [...xml.matchAll(/url="([^"]*)"/g)].map((match) => match[1] ?? '');
    return {
      entries: entries.map((feedUrl, index) => ({
        title: `Báo ${index}`,
        feedUrl,
        siteUrl: null,
        language: 'vi',
        folders: [],
      })),
    };
  },
  writeOpml: ({ entries }) => `<opml>${entries.map((entry) => `url="${entry.feedUrl}"`).join(' ')}</opml>`,
};

function actor(role: Role, profile = PROFILE): Actor {
  return { id: role, name: role, profile, role, agency: null };
}
const administrator = actor('administrator');
const analyst = actor('analyst');

beforeAll(async () => {
  database = await openTestDatabase();
  await database.pool.query(
    "insert into profiles (id, name, content, content_hash) values ('thai-binh', 'thai-binh', '{}', ''), ('cao-bang', 'cao-bang', '{}', '')",
  );
  casework = createCasework({
    pool: database.pool,
    profiles: loadProfile,
    findSecrecyMarks: (text) =>
      text.includes('TUYỆT MẬT') ? [{ level: 'top', place: 'text', quote: 'TUYỆT MẬT' }] : [],
    sources: room,
  });
});
afterAll(() => database.close());

async function rows<Row>(statement: string, ...values: unknown[]): Promise<Row[]> {
  return (await database.pool.query(statement, values)).rows;
}

describe('sources', () => {
  const added = { outlet: 'Báo A', url: 'https://a.example.vn/tin.rss', kind: 'rss' } as const;

  it('are added once, changed, and checked at once after a change', async () => {
    const { sourceId } = await casework.addSource(administrator, { ...added, settings: { hostDelaySeconds: 30 } });
    await expect(casework.addSource(administrator, added)).rejects.toMatchObject({
      code: 'conflict',
      message: 'Địa chỉ này đã có trong danh sách nguồn tin: hãy sửa nguồn sẵn có.',
    });
    await database.pool.query(
      "update sources set alarm = 'stopped', etag = 'x', next_check_at = now() + interval '6 hours' where id = $1",
      [sourceId],
    );
    await casework.changeSource(administrator, { sourceId, kind: 'list-page', priority: 2 });
    expect(
      await rows(
        'select kind, priority, enabled, alarm, etag, settings, next_check_at <= now() as due from sources where id = $1',
        sourceId,
      ),
    ).toEqual([
      {
        kind: 'list-page',
        priority: 2,
        enabled: true,
        alarm: null,
        etag: null,
        settings: { hostDelaySeconds: 30 },
        due: true,
      },
    ]);
    expect(
      await rows(
        "select action from audit_entries where object_kind = 'source' and object_id = $1 order by id",
        sourceId,
      ),
    ).toEqual([{ action: 'add-source' }, { action: 'change-source' }]);
    await expect(
      casework.changeSource(actor('administrator', 'cao-bang'), { sourceId, enabled: false }),
    ).rejects.toMatchObject({ code: 'not-found' });
  });

  it('of a known outlet leave what is written of it', async () => {
    const portal = { outlet: 'Cổng tỉnh', url: 'https://tinh.example.vn/r.rss', kind: 'portal' } as const;
    await casework.addSource(administrator, portal);
    const feed = { outlet: 'Cổng tỉnh', url: 'https://tinh.example.vn/tin.rss', kind: 'rss', country: 'ZZ' } as const;
    await casework.addSource(administrator, feed);
    expect(await rows("select official, country from outlets where name = 'Cổng tỉnh'")).toEqual([
      { official: true, country: 'VN' },
    ]);
  });

  it.each(['ftp://a.example.vn/x', 'javascript:alert(1)', 'tin.rss', ''])('refuse the address %j', async (url) => {
    await expect(casework.addSource(administrator, { ...added, url })).rejects.toMatchObject({ code: 'invalid-input' });
  });

  it('come from a subscription list and go back into one', async () => {
    const opml = '<opml url="https://b.example.vn/rss" url="https://a.example.vn/tin.rss" url="ftp://c.example.vn">';
    const result = await casework.importOpml(administrator, { opml, enabled: false });
    expect(result).toMatchObject({ known: 1, refused: [expect.stringContaining('http')] });
    expect(
      await rows('select kind, enabled, verified, country from sources where id = any($1::bigint[])', result.added),
    ).toEqual([{ kind: 'feed', enabled: false, verified: false, country: 'VN' }]);
    await expect(casework.importOpml(administrator, { opml: 'không' })).rejects.toMatchObject({
      code: 'invalid-input',
    });
    const { opml: written } = await casework.exportOpml(analyst, {});
    for (const url of ['https://a.example.vn/tin.rss', 'https://b.example.vn/rss']) expect(written).toContain(url);
  });

  it('are tried without being stored', async () => {
    const trial = await casework.previewSource(analyst, { url: 'https://moi.example.vn/rss' });
    expect(trial).toMatchObject({ kind: 'rss', alarm: 'always-empty' });
    expect(await rows("select 1 from sources where url like '%moi.example.vn%'")).toEqual([]);
  });
});

describe('an item that is handed in', () => {
  it('by address becomes an article of its outlet, once', async () => {
    const first = await casework.reportItem(analyst, { url: 'https://a.example.vn/bai-1?utm=x', reason });
    expect(first.known).toBe(false);
    expect(await casework.reportItem(actor('officer'), { url: 'https://a.example.vn/bai-1', reason })).toEqual({
      articleId: first.articleId,
      known: true,
    });
    expect(
      await rows(
        'select a.state, a.origin, a.source_id, o.name from articles a join outlets o on o.id = a.outlet_id where a.id = $1',
        first.articleId,
      ),
    ).toEqual([{ state: 'discovered', origin: 'domestic', source_id: null, name: 'Báo A' }]);
  });

  it('as text waits for the crawler, once', async () => {
    const text = {
      title: 'Tin trên bản tin giấy',
      text: 'Nội dung của bản tin giấy.',
      outlet: 'The Example Times',
      country: 'GB',
      language: 'en',
      publishedAt: '2026-11-20',
    } as const;
    const { articleId } = await casework.reportItem(analyst, { ...text, reason });
    expect(await casework.reportItem(analyst, { ...text, reason })).toEqual({ articleId, known: true });
    expect(
      await rows(
        'select t.title, t.body, t.published_as_printed, a.origin from intake_texts t join articles a on a.id = t.article_id where t.article_id = $1',
        articleId,
      ),
    ).toEqual([{ title: text.title, body: text.text, published_as_printed: '2026-11-20', origin: 'foreign' }]);
  });

  it('keeps each reason, and what the hotline took down, without asking who called', async () => {
    const address = { url: 'https://a.example.vn/bai-duong-day-nong' };
    const { articleId } = await casework.reportItem(analyst, { ...address, reason });
    await casework.reportItem(actor('officer'), { ...address, reason: 'Người dân phản ánh.', receivedBy: 'hotline' });
    expect(
      await rows('select reason, received_by from intake_reports where article_id = $1 order by id', articleId),
    ).toEqual([
      { reason, received_by: 'agency' },
      { reason: 'Người dân phản ánh.', received_by: 'hotline' },
    ]);
    await expect(casework.reportItem(analyst, { ...address, reason: ' ' })).rejects.toMatchObject({
      code: 'invalid-input',
    });
  });

  it('is refused with a mark of secrecy, or with neither address nor text', async () => {
    await expect(
      casework.reportItem(analyst, { title: 'x', text: 'TUYỆT MẬT', outlet: 'x', reason }),
    ).rejects.toMatchObject({
      code: 'secrecy-mark',
    });
    await expect(casework.reportItem(analyst, { title: 'x' } as never)).rejects.toMatchObject({
      code: 'invalid-input',
    });
  });
});

describe('the rights', () => {
  const trials: readonly (readonly [string, Command, (who: Actor) => Promise<unknown>])[] = [
    [
      'addSource',
      'source.change',
      (who) => casework.addSource(who, { outlet: 'x', url: 'https://a.example.vn/tin.rss', kind: 'rss' }),
    ],
    ['changeSource', 'source.change', (who) => casework.changeSource(who, { sourceId: NOBODY })],
    ['importOpml', 'source.change', (who) => casework.importOpml(who, { opml: 'không' })],
    ['exportOpml', 'source.read', (who) => casework.exportOpml(who, {})],
    ['previewSource', 'source.preview', (who) => casework.previewSource(who, { url: 'https://a.example.vn/' })],
    ['reportItem', 'press.report', (who) => casework.reportItem(who, { url: 'https://a.example.vn/bai-1', reason })],
  ];

  it.each(trials)('%s', async (_, right, give) => {
    const roles: Partial<Record<Role, string>> = COMMANDS[right].roles;
    for (const role of ROLES) {
      const code = await give(actor(role)).then(
        () => 'done',
        (error: { code?: string }) => error.code,
      );
      expect(code === 'forbidden', `${role}: ${code}`).toBe(roles[role] === undefined);
    }
  });
});

describe('an address on the web', () => {
  it.each(['xhttps://bao.vn', 'ftp://bao.vn', 'javascript:alert(1)', 'bao.vn', ''])('is not %j', (address) => {
    expect(webAddress.safeParse(address).success).toBe(false);
  });

  it.each(['http://bao.vn', ' https://bao.vn/tin '])('is %j', (address) => {
    expect(webAddress.parse(address)).toBe(address.trim());
  });
});
