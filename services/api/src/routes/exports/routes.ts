import {
  viewAudit,
  viewCases,
  viewFlags,
  viewItems,
  viewOwnNotices,
  viewRecords,
  viewSources,
  viewStories,
} from '@lamro/database';
import { FLAG_STATES } from '@lamro/domain';
import { z } from 'zod';
import { ownAgencyOnly } from '../../caller/reach.ts';
import { bare, type Endpoint, fileEndpoint } from '../../endpoint/endpoint.ts';
import { paged } from '../../endpoint/fields.ts';
import type { ApiParts } from '../../endpoint/parts.ts';
import { itemFilter, streamQuery } from '../articles/schema.ts';
import { exportStream } from './table.ts';

const about = { tag: 'exports', method: 'get', media: ['text/csv', 'application/x-ndjson'] } as const;
const format = z.enum(['csv', 'ndjson']).default('csv');
const ITEM_COLUMNS = [
  'id',
  'publishedAt',
  'firstSeenAt',
  'outlet',
  'country',
  'language',
  'title',
  // The opening of the text, no more: it stays with its outlet.
  'summary',
  'url',
  'origin',
  'flagState',
  'storyId',
];
const STORY_COLUMNS = ['id', 'title', 'firstAt', 'lastAt', 'articles'];
const FLAG_COLUMNS = [
  'id',
  'articleId',
  'state',
  'score',
  'openedAt',
  'decidedAt',
  'outlet',
  'country',
  'language',
  'title',
  'quote',
  'evidenceQuote',
  'signalKind',
  'verdictSuggestion',
  'caseId',
];
const CASE_COLUMNS = ['id', 'number', 'title', 'state', 'origin', 'leadAgency', 'openedAt', 'closedAt', 'dueAt'];
const RECORD_COLUMNS = [
  'externalId',
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
  'withdrawnAt',
];

const SOURCE_COLUMNS = [
  'id',
  'outlet',
  'kind',
  'url',
  'language',
  'country',
  'enabled',
  'verified',
  'intervalSeconds',
  'lastCheckedAt',
  'lastSuccessAt',
  'lastNewItemAt',
  'consecutiveFailures',
  'alarm',
  'recentArticles',
];
const NOTICE_COLUMNS = ['id', 'kind', 'title', 'body', 'link', 'createdAt', 'readAt'];
const AUDIT_COLUMNS = ['id', 'at', 'actor', 'actorRole', 'action', 'objectKind', 'objectId'];
/** Sources are read at once: a province watches thousands at most. */
const EVERY_SOURCE = 1_000_000;

/** Whole lists as files, for reports and other programs. */
export function exportEndpoints(parts: ApiParts): readonly Endpoint[] {
  return [...pressExports(parts), ...workExports(parts), ...stewardExports(parts)];
}

/** What administrators and auditors keep an eye on, and everybody's own notices. */
function stewardExports({ pool }: ApiParts): readonly Endpoint[] {
  return [
    fileEndpoint({
      ...bare,
      ...about,
      right: 'source.read',
      operation: 'exportSourceList',
      path: '/exports/sources',
      summary: 'Xuất nguồn tin và tình trạng',
      query: z.strictObject({ format }),
      handle: async ({ actor: { profile }, query }) =>
        exportStream(query.format, 'nguon-tin', SOURCE_COLUMNS, async () => ({
          lines: await viewSources(pool, { profile, id: null, alarmedOnly: false, limit: EVERY_SOURCE }),
          next: null,
        })),
    }),
    fileEndpoint({
      ...bare,
      ...about,
      right: 'notice.read',
      operation: 'exportNotices',
      path: '/exports/notices',
      summary: 'Xuất thông báo của mình',
      query: z.strictObject({ format }),
      handle: async ({ actor: { profile, id: recipient }, query }) =>
        exportStream(query.format, 'thong-bao', NOTICE_COLUMNS, async (afterId, limit) => {
          const filter = { profile, recipient, unreadOnly: false, afterId, limit: limit + 1 };
          return linesOf(paged(await viewOwnNotices(pool, filter), limit, (row) => row.id));
        }),
    }),
    fileEndpoint({
      ...bare,
      ...about,
      right: 'audit.read',
      operation: 'exportAudit',
      path: '/exports/audit',
      summary: 'Xuất nhật ký',
      query: z.strictObject({ format }),
      handle: async ({ actor: { profile }, query }) =>
        exportStream(query.format, 'nhat-ky', AUDIT_COLUMNS, async (afterId, limit) =>
          linesOf(paged(await viewAudit(pool, { profile, afterId, limit: limit + 1 }), limit, (row) => row.id)),
        ),
    }),
  ];
}

function pressExports({ pool }: ApiParts): readonly Endpoint[] {
  return [
    fileEndpoint({
      ...bare,
      ...about,
      right: 'export.press',
      operation: 'exportArticles',
      path: '/exports/articles',
      summary: 'Xuất tin, bài theo bộ lọc',
      query: streamQuery.omit({ cursor: true, limit: true }).extend({ format }),
      handle: async ({ actor, query: { format: wanted, ...conditions } }) =>
        exportStream(wanted, 'tin-bai', ITEM_COLUMNS, async (cursor, limit) => {
          const query = { ...conditions, limit, ...(cursor === null ? {} : { cursor }) };
          const rows = await viewItems(pool, itemFilter(query, actor));
          return linesOf(paged(rows, limit, (row) => `${row.seenMicros}_${row.id}`));
        }),
    }),
    fileEndpoint({
      ...bare,
      ...about,
      right: 'export.press',
      operation: 'exportStories',
      path: '/exports/stories',
      summary: 'Xuất các câu chuyện',
      query: z.strictObject({ format }),
      handle: async ({ actor: { profile }, query }) =>
        exportStream(query.format, 'cau-chuyen', STORY_COLUMNS, async (afterId, limit) => {
          const rows = await viewStories(pool, { profile, id: null, afterId, limit: limit + 1 });
          return linesOf(paged(rows, limit, (row) => row.id));
        }),
    }),
    fileEndpoint({
      ...bare,
      ...about,
      right: 'export.press',
      operation: 'exportFlags',
      path: '/exports/flags',
      summary: 'Xuất cảnh báo theo trạng thái',
      query: z.strictObject({
        format,
        state: z.enum(['waiting', ...FLAG_STATES]).default('waiting'),
      }),
      handle: async ({ actor: { profile }, query: { format: wanted, state } }) =>
        exportStream(wanted, 'canh-bao', FLAG_COLUMNS, async (cursor, limit) => {
          const [score, id] = cursor?.split('_') ?? [];
          const after = score === undefined || id === undefined ? null : { score: Number(score), id };
          const rows = await viewFlags(pool, { profile, state, origin: null, after, limit: limit + 1 });
          return linesOf(paged(rows, limit, (row) => `${row.score}_${row.id}`));
        }),
    }),
  ];
}

function workExports({ pool }: ApiParts): readonly Endpoint[] {
  return [
    fileEndpoint({
      ...bare,
      ...about,
      right: 'export.cases',
      operation: 'exportCases',
      path: '/exports/cases',
      summary: 'Xuất vụ việc',
      query: z.strictObject({ format }),
      handle: async ({ actor, query }) =>
        exportStream(query.format, 'vu-viec', CASE_COLUMNS, async (afterId, limit) => {
          const agency = ownAgencyOnly(actor, 'export.cases');
          const rows = await viewCases(pool, {
            profile: actor.profile,
            state: null,
            agency,
            afterId,
            limit: limit + 1,
          });
          return linesOf(paged(rows, limit, (row) => row.id));
        }),
    }),
    fileEndpoint({
      ...bare,
      ...about,
      right: 'export.records',
      operation: 'exportRecords',
      path: '/exports/records',
      summary: 'Xuất thông tin chính thức',
      query: z.strictObject({ format }),
      handle: async ({ actor, query }) =>
        exportStream(query.format, 'thong-tin-chinh-thuc', RECORD_COLUMNS, async (afterId, limit) => {
          const filter = { profile: actor.profile, id: null, kind: null, text: null };
          const rows = await viewRecords(pool, { ...filter, afterId, limit: limit + 1 });
          return linesOf(paged(rows, limit, (row) => row.id));
        }),
    }),
  ];
}

function linesOf<Row extends object>({ items, next }: { items: readonly Row[]; next: string | null }) {
  return { lines: items, next };
}
