import { viewDeadlines } from '@lamro/database';
import { z } from 'zod';
import { ownAgencyOnly } from '../../caller/reach.ts';
import { bare, type Endpoint, endpoint } from '../../endpoint/endpoint.ts';
import { id, idCursor, instant, json, listOf, maybe, paged, reason, text } from '../../endpoint/fields.ts';
import type { ApiParts } from '../../endpoint/parts.ts';
import { caseCommand } from '../cases/command.ts';

const tag = 'deadlines';
const deadline = z.object({
  id,
  caseId: id,
  number: text,
  title: text,
  rule: text,
  startsAt: instant,
  dueAt: instant,
  steps: json,
  citation: json,
  basis: text,
  metAt: maybe(instant),
  extendedFrom: maybe(instant),
});

/** Deadlines over all cases. */
export function deadlineEndpoints({ pool, casework }: ApiParts): readonly Endpoint[] {
  return [
    endpoint({
      ...bare,
      tag,
      right: 'case.read',
      operation: 'listDeadlines',
      method: 'get',
      path: '/deadlines',
      summary: 'Thời hạn của các vụ việc kèm cách tính và căn cứ',
      query: z.strictObject({ open: z.enum(['true', 'false']).default('true'), ...idCursor }),
      answer: listOf(deadline),
      handle: async ({ actor, query }) => {
        const rows = await viewDeadlines(pool, {
          profile: actor.profile,
          agency: ownAgencyOnly(actor, 'case.read'),
          openOnly: query.open === 'true',
          afterId: query.cursor ?? null,
          limit: query.limit + 1,
        });
        return paged(rows, query.limit, (row) => row.id);
      },
    }),
    caseCommand({
      operation: 'extendDeadline',
      path: 'extend',
      tag,
      summary: 'Gia hạn theo đơn vị của quy định, kèm lý do',
      body: z.strictObject({ deadlineId: id, amount: z.number().int().min(1).max(365), reason }),
      extra: { dueAt: instant },
      run: casework.extend,
    }),
  ];
}
