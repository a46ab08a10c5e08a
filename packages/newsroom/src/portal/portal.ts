import { rfc822 } from '../calendar/calendar.ts';
import type { Edition, OfficialRecord, Outlet } from '../edition/edition.ts';
import { plainNumber } from '../figure/format.ts';
import { chromes } from '../page/chrome.ts';
import { escapeMarkup as safe } from '../page/escape.ts';
import { framePage } from '../page/frame.ts';

/** A document of the portal and the media type it is served as. */
export interface PortalDocument {
  type: string;
  text: string;
}

/**
 * What an official portal serves at a path: `/`, `/thong-bao` and a page per statement, `/thong-bao.rss`, `/so-lieu` (HTML),
 * `/so-lieu.csv`, `/ho-so.ndjson` (all records in the `--records` format). Undefined for any other path.
 */
export function portalDocument(edition: Edition, outlet: Outlet, path: string): PortalDocument | undefined {
  const records = edition.records.filter((record) => record.profile === outlet.official);
  const notices = records.filter((record) => record.kind !== 'figure');
  const html = (title: string, main: string) => ({ type: 'text/html', text: framePage(outlet, title, '', main) });
  switch (path) {
    case '/':
    case '/thong-bao':
      return html('Thông báo', noticeList(notices));
    case '/thong-bao.rss':
      return { type: 'application/rss+xml', text: noticeFeed(outlet, notices) };
    case '/so-lieu':
      return html('Số liệu thống kê', statisticsTable(records));
    case '/so-lieu.csv':
      return { type: 'text/csv', text: statisticsCsv(records) };
    case '/ho-so.ndjson':
      return { type: 'application/x-ndjson', text: recordLines(records) };
    default: {
      const record = notices.find((candidate) => path === `/thong-bao/${candidate.id}`);
      return record && html(headingOf(record), noticePage(record));
    }
  }
}

/** Records as NDJSON, one a line. */
export function recordLines(records: readonly OfficialRecord[]): string {
  return records.map((record) => `${JSON.stringify(record)}\n`).join('');
}

function headingOf(record: OfficialRecord): string {
  return `${record.kind === 'clarification' ? 'Thông tin giải thích, làm rõ' : 'Thông tin chính thức'} (văn bản số ${record.documentNumber})`;
}

function noticeList(notices: readonly OfficialRecord[]): string {
  const items = notices.map(
    (record) =>
      `<li><a href="/thong-bao/${record.id}">${safe(headingOf(record))}</a> <time datetime="${record.issuedAt}">${record.issuedAt.slice(0, 10)}</time></li>`,
  );
  return `<main><h1>Thông báo</h1><ul>${items.join('\n')}</ul></main>`;
}

function noticePage(record: OfficialRecord): string {
  return `<main><article><h1>${safe(headingOf(record))}</h1><p class="meta">${safe(record.source)}, <time datetime="${record.issuedAt}">${record.issuedAt}</time></p>
<div class="content"><p>${safe(record.text)}</p></div></article></main>`;
}

function noticeFeed(outlet: Outlet, notices: readonly OfficialRecord[]): string {
  const items = notices.map(
    (
      record,
    ) => `<item><title>${safe(headingOf(record))}</title><link>${record.sourceUrl}</link><guid isPermaLink="false">${record.id}</guid>
<pubDate>${rfc822(new Date(record.issuedAt), outlet.offset)}</pubDate><description>${safe(record.text)}</description></item>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel><title>${safe(outlet.name)}</title><link>${outlet.origin}/</link>
<description>${safe(chromes.vi.invented)}</description><language>vi</language>
${items.join('\n')}
</channel></rss>
`;
}

const columns = [
  'id',
  'kind',
  'text',
  'indicator',
  'value',
  'unit',
  'period',
  'validFrom',
  'validTo',
  'documentNumber',
  'source',
  'sourceUrl',
] as const;

function statisticsCsv(records: readonly OfficialRecord[]): string {
  const rows = records.map((record) => columns.map((column) => csvCell(String(record[column] ?? ''))).join(','));
  return `\ufeff${[columns.join(','), ...rows].join('\r\n')}\r\n`;
}

function csvCell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function statisticsTable(records: readonly OfficialRecord[]): string {
  const rows = records
    .filter((record) => record.kind === 'figure')
    .map((record) => {
      const value = record.value === undefined ? '' : plainNumber(record.value, 'vi');
      const cells = [record.indicator, value, record.unit, record.period, record.documentNumber, record.source];
      return `<tr id="${record.id}">${cells.map((cell) => `<td>${safe(cell ?? '')}</td>`).join('')}</tr>`;
    });
  return `<main><h1>Số liệu thống kê</h1><p><a href="/so-lieu.csv">Tải bảng CSV</a></p><table><thead><tr><th>Chỉ tiêu</th><th>Giá trị</th>
<th>Đơn vị</th><th>Kỳ</th><th>Văn bản</th><th>Nguồn</th></tr></thead><tbody>${rows.join('\n')}</tbody></table></main>`;
}
