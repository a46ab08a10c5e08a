import { viewCases } from '@lamro/database';
import { caseStateSchema } from '@lamro/domain';
import { z } from 'zod';
import { ownAgencyOnly } from '../../caller/reach.ts';
import { bare, type Endpoint, endpoint } from '../../endpoint/endpoint.ts';
import { caseParam, idCursor, listOf, paged } from '../../endpoint/fields.ts';
import type { ApiParts } from '../../endpoint/parts.ts';
import { setVersion } from '../../endpoint/version.ts';
import { caseCommands } from './commands.ts';
import { caseListItem, caseResult, caseView, openBody } from './schema.ts';

const about = { tag: 'cases', right: 'case.read' } as const;

/** Cases with every command that moves them. */
export function caseEndpoints(parts: ApiParts): readonly Endpoint[] {
  const { pool, casework } = parts;
  return [
    endpoint({
      ...bare,
      ...about,
      operation: 'listCases',
      method: 'get',
      path: '/cases',
      summary: 'Danh sách vụ việc, mới nhất trước',
      query: z.strictObject({ state: z.enum(['open', ...caseStateSchema.options]).optional(), ...idCursor }),
      answer: listOf(caseListItem),
      handle: async ({ actor, query }) => {
        const rows = await viewCases(pool, {
          profile: actor.profile,
          state: query.state ?? null,
          agency: ownAgencyOnly(actor, 'case.read'),
          afterId: query.cursor ?? null,
          limit: query.limit + 1,
        });
        return paged(rows, query.limit, (row) => row.id);
      },
    }),
    endpoint({
      ...bare,
      tag: 'cases',
      right: null,
      operation: 'openCase',
      method: 'post',
      path: '/cases',
      summary: 'Lập hồ sơ vụ việc từ các cảnh báo đã xác nhận',
      body: openBody,
      status: 201,
      answer: caseResult,
      handle: async ({ actor, body, headers }) => {
        const result = await casework.openCase(actor, body);
        setVersion(headers, result.version);
        headers.set('location', `/api/v1/cases/${result.caseId}`);
        return result;
      },
    }),
    endpoint({
      ...bare,
      ...about,
      operation: 'getCase',
      method: 'get',
      path: '/cases/{caseId}',
      summary: 'Toàn bộ một vụ việc theo quyền của người đọc',
      params: caseParam,
      answer: caseView,
      handle: async ({ actor, params, headers }) => {
        const { row, ...view } = await casework.viewCase(actor, params);
        await casework.noteOpening(actor, params);
        setVersion(headers, row.version);
        return { ...view, case: row };
      },
    }),
    ...caseCommands(parts),
  ];
}
