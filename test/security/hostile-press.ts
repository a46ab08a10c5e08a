import type { OfficialRecord } from '@lamro/domain';
import { HOSTILE } from '../../packages/desk/test/hostile.ts';
import { articlePage, type OutletServer, startOutlet } from '../../services/crawler/test/outlet-server.ts';
import { sample } from './extent.ts';
import { QUEUE_PAYLOADS } from './payloads.ts';

/** Stands in every text of this press and in no other: wherever it is found, a text of a stranger came. */
export const MARK = 'zqdauvet';

/** The record that every article of this press contradicts, so that each is flagged and told of. */
export const TOURISTS: OfficialRecord = {
  id: 'du-khach',
  kind: 'figure',
  text: 'Năm 2025, tỉnh Thái Bình đón 1,2 triệu lượt khách du lịch.',
  indicator: 'lượt khách du lịch',
  value: 1_200_000,
  unit: 'lượt khách',
  period: '2025',
  documentNumber: '15/BC',
  source: 'Cục Thống kê',
  sourceUrl: 'https://so-lieu.example/15',
};

export interface HostilePress {
  readonly outlet: OutletServer;
  readonly feed: string;
  /** How many articles it has. */
  readonly articles: number;
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
/** XML knows no such characters; a feed with one is refused as a whole, and that is tried elsewhere. */
const inXml = (text: string) => escaped(text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff]/g, '�'));

/** An outlet whose every word, name, id and address tries to be something else, each in an article of its own. */
export async function startHostilePress(): Promise<HostilePress> {
  const outlet = await startOutlet('127.0.0.61');
  const texts = [...QUEUE_PAYLOADS, ...sample(HOSTILE, 12)].map((text) => `${text} ${MARK}`);
  const items = texts.map((text, index) => {
    const path = `/bai/${index}`;
    const article = articlePage(`Du lịch tỉnh Thái Bình, kỳ ${index} ${escaped(text)}`, {
      head: `<link rel="canonical" href="${outlet.origin}${path}?${escaped(text)}"><meta name="author" content="${escaped(text)}">`,
      sentences: [
        `Năm 2025, tỉnh Thái Bình chỉ đón ${300 + index} nghìn lượt khách du lịch.`,
        `Người viết bài này kể lại điều mình nghe ở chợ phiên thứ ${index}: ${escaped(text)}.`,
        `Đoạn này chỉ có trong bài số ${index} và nói về phiên chợ số ${index} của vùng này.`,
      ],
    });
    outlet.pages.set(path, article);
    return `<item><title>${inXml(text)}</title><link>${outlet.origin}${path}?${inXml(text)}</link><guid isPermaLink="false">${inXml(text)}</guid><author>${inXml(text)}</author><category>${inXml(text)}</category><description>${inXml(text)}</description></item>`;
  });
  outlet.pages.set('/tin.rss', {
    headers: { 'content-type': 'application/rss+xml; charset=utf-8' },
    body: `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>${MARK}</title><language>vi</language>${items.join('')}</channel></rss>`,
  });
  return { outlet, feed: `${outlet.origin}/tin.rss`, articles: texts.length };
}
