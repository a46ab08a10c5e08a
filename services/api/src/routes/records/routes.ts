import { saveRecords, viewRecords } from '@lamro/database';
import { z } from 'zod';
import { noted } from '../../command/noted.ts';
import { bare, type Endpoint, endpoint } from '../../endpoint/endpoint.ts';
import { count, id, idCursor, idParam, instant, listOf, maybe, paged, reason, text } from '../../endpoint/fields.ts';
import { found } from '../../endpoint/found.ts';
import type { ApiParts } from '../../endpoint/parts.ts';
import { setVersion } from '../../endpoint/version.ts';
import { readRecords } from './read-records.ts';

const tag = 'records';
export const record = z.object({
  id,
  externalId: text,
  kind: text,
  text,
  indicator: maybe(text),
  value: maybe(z.number()),
  unit: maybe(text),
  period: maybe(text),
  validFrom: maybe(text),
  validTo: maybe(text),
  documentNumber: text,
  source: text,
  sourceUrl: text,
  withdrawnAt: maybe(instant),
  withdrawnReason: maybe(text),
  signals: count,
  version: count,
});

/** Official records that flags rest on. */
export function recordEndpoints(parts: ApiParts): readonly Endpoint[] {
  const { pool } = parts;
  return [
    endpoint({
      ...bare,
      tag,
      right: 'record.read',
      operation: 'listRecords',
      method: 'get',
      path: '/records',
      summary: 'Thông tin chính thức, mới nhất trước',
      query: z.strictObject({
        kind: z.enum(['figure', 'statement', 'clarification']).optional(),
        q: z.string().trim().min(1).max(300).normalize('NFC').optional(),
        ...idCursor,
      }),
      answer: listOf(record),
      handle: async ({ actor, query }) => {
        const rows = await viewRecords(pool, {
          profile: actor.profile,
          id: null,
          kind: query.kind ?? null,
          text: query.q ?? null,
          afterId: query.cursor ?? null,
          limit: query.limit + 1,
        });
        return paged(rows, query.limit, (row) => row.id);
      },
    }),
    endpoint({
      ...bare,
      tag,
      right: 'record.read',
      operation: 'getRecord',
      method: 'get',
      path: '/records/{id}',
      summary: 'Một thông tin chính thức',
      params: idParam,
      answer: record,
      handle: async ({ actor: { profile }, params, headers }) => {
        const filter = { profile, id: params.id, kind: null, text: null, afterId: null, limit: 1 };
        const row = found((await viewRecords(pool, filter))[0]);
        setVersion(headers, row.version);
        return row;
      },
    }),
    ...recordCommands(parts),
  ];
}

function recordCommands(parts: ApiParts): readonly Endpoint[] {
  return [
    endpoint({
      ...bare,
      tag,
      right: 'record.import',
      operation: 'importRecords',
      method: 'post',
      path: '/records/import',
      summary: 'Nhập thông tin chính thức (NDJSON); sai một dòng thì không nhập dòng nào',
      bodyMedia: 'application/x-ndjson',
      body: z.string().min(1),
      answer: z.object({ lines: count, changed: count }),
      handle: async ({ actor, body }) => {
        const records = readRecords(body);
        const detail = { lines: records.length };
        const trace = { action: 'import-records', objectKind: 'official-records', objectId: null, detail };
        const changed = await noted(parts, actor, trace, (db) => saveRecords(db, actor.profile, records));
        return { lines: records.length, changed };
      },
    }),
    endpoint({
      ...bare,
      tag,
      right: null,
      operation: 'withdrawRecord',
      method: 'post',
      path: '/records/{id}/withdraw',
      summary: 'Thu hồi thông tin chính thức; cảnh báo, vụ việc dựa vào đó được mở lại hoặc báo',
      params: idParam,
      body: z.strictObject({ reason }),
      answer: z.object({ flags: z.array(id), cases: z.array(id) }),
      handle: ({ actor, params, body, expectedVersion }) => {
        const seen = expectedVersion === undefined ? {} : { expectedVersion };
        return parts.casework.withdrawRecord(actor, { recordId: params.id, ...body, ...seen });
      },
    }),
  ];
}
