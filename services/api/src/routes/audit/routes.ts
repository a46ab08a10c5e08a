import { verifyChain } from '@lamro/casework';
import { viewAudit, viewEventRoots } from '@lamro/database';
import { z } from 'zod';
import { bare, type Endpoint, endpoint } from '../../endpoint/endpoint.ts';
import { count, id, idCursor, instant, listOf, maybe, paged, text } from '../../endpoint/fields.ts';
import type { ApiParts } from '../../endpoint/parts.ts';

const tag = 'audit';
const entry = z.object({
  id,
  at: instant,
  actor: text,
  actorRole: text,
  action: text,
  objectKind: text,
  objectId: maybe(text),
});
const report = z.object({
  ok: z.boolean(),
  cases: count,
  events: count,
  roots: count,
  firstBroken: maybe(z.object({ caseId: text, number: text, seq: maybe(count), why: text })),
  brokenRoot: maybe(z.object({ day: text, why: text })),
});

/** Who did what, and whether the chains of events still hold. */
export function auditEndpoints({ pool }: ApiParts): readonly Endpoint[] {
  return [
    endpoint({
      ...bare,
      tag,
      right: 'audit.read',
      operation: 'listAudit',
      method: 'get',
      path: '/audit',
      summary: 'Nhật ký, mới nhất trước',
      query: z.strictObject(idCursor),
      answer: listOf(entry),
      handle: async ({ actor: { profile }, query: { cursor = null, limit } }) =>
        paged(await viewAudit(pool, { profile, afterId: cursor, limit: limit + 1 }), limit, (row) => row.id),
    }),
    endpoint({
      ...bare,
      tag,
      right: 'chain.verify',
      operation: 'verifyChain',
      method: 'get',
      path: '/chain',
      summary: 'Kiểm tra chuỗi sự kiện của mọi vụ việc',
      answer: report,
      handle: ({ actor }) => verifyChain(pool, actor.profile),
    }),
    endpoint({
      ...bare,
      tag,
      right: 'chain.verify',
      operation: 'listEventRoots',
      method: 'get',
      path: '/chain/roots',
      summary: 'Giá trị gốc theo ngày của các chuỗi sự kiện, 14 ngày gần nhất',
      answer: z.object({ items: z.array(z.object({ day: text, root: text, cases: count })) }),
      handle: async ({ actor }) => ({ items: await viewEventRoots(pool, actor.profile) }),
    }),
  ];
}
