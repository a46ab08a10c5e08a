import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { HostGate } from '@lamro/domain';
import { createFetcher, type FetchLimits } from '@lamro/fetching';

export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

export interface OutletServer {
  readonly origin: string;
  /** Paths asked for, robots.txt left out, in order. */
  readonly asked: string[];
  readonly requests: IncomingMessage[];
  /** What each path answers; a function sees the request. Change it between two visits to play an edit. */
  readonly pages: Map<string, Answer | ((request: IncomingMessage, response: ServerResponse) => Answer | undefined)>;
  close(): Promise<void>;
}

/** A real HTTP server on loopback that answers what the test puts into `pages`, and 404 elsewhere. */
export async function startOutlet(host = '127.0.0.1'): Promise<OutletServer> {
  const pages: OutletServer['pages'] = new Map();
  const asked: string[] = [];
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    if (path !== '/robots.txt') {
      asked.push(path);
      requests.push(request);
    }
    // As with most servers, parameters that nobody knows change nothing.
    const page = pages.get(path) ?? pages.get(path.replace(/\?.*/, ''));
    const answer = typeof page === 'function' ? page(request, response) : page;
    if (answer === undefined && typeof page === 'function') return;
    const { status = answer === undefined ? 404 : 200, headers = {}, body = '' } = answer ?? {};
    response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers });
    response.end(body);
  });
  server.listen(0, host);
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    origin: `http://${host}:${port}`,
    asked,
    requests,
    pages,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Politeness is tested where it is the point. */
const openGate: HostGate = { enter: async () => ({ leave: async () => undefined }) };

/** The real fetcher, allowed to call these loopback origins and no others, with no waiting between requests. */
export function fetcherFor(origins: readonly string[], limits: Partial<FetchLimits> = {}, hostGate = openGate) {
  return createFetcher({
    hostGate,
    userAgent: 'LamRo/0.1',
    contact: 'https://example.vn/lam-ro',
    loopbackOrigins: [...origins],
    limits: { hostDelayMs: 0, ...limits },
  });
}

export interface Item {
  readonly link: string;
  readonly title: string;
  readonly at?: string;
}

export function rss(items: readonly Item[], channel = 'Báo Thử'): Answer {
  const entries = items.map(
    ({ link, title, at }) =>
      `<item><title>${title}</title><link>${link}</link>${at === undefined ? '' : `<pubDate>${at}</pubDate>`}</item>`,
  );
  return {
    headers: { 'content-type': 'application/rss+xml; charset=utf-8' },
    body: `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>${channel}</title><language>vi</language>${entries.join('')}</channel></rss>`,
  };
}

const SENTENCES = [
  'Sáng nay, lãnh đạo tỉnh đã kiểm tra tiến độ tuyến đường ven biển nối hai khu kinh tế.',
  'Theo báo cáo của ban quản lý dự án, khối lượng thực hiện đạt hơn sáu mươi phần trăm kế hoạch.',
  'Các nhà thầu cam kết bổ sung máy móc, nhân lực để hoàn thành mặt đường trước mùa mưa.',
  'Người dân hai bên tuyến đề nghị chính quyền sớm hoàn tất việc chi trả bồi thường.',
];

/** A page as newspapers write it, with enough text to be an article. */
export function articlePage(
  title: string,
  {
    extra = '',
    head = '',
    sentences = SENTENCES,
  }: { extra?: string; head?: string; sentences?: readonly string[] } = {},
): Answer {
  const paragraphs = [...sentences, extra].filter((text) => text !== '').map((text) => `<p>${text}</p>`);
  return {
    body: `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>${title}</title>${head}</head><body><nav><a href="/">Trang chủ</a></nav><article><h1>${title}</h1>${paragraphs.join('\n')}</article><footer>Tòa soạn</footer></body></html>`,
  };
}
