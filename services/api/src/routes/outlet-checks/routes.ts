import { viewOutletChecks } from '@lamro/database';
import { outletOutcomeSchema } from '@lamro/domain';
import { z } from 'zod';
import { ownAgencyOnly } from '../../caller/reach.ts';
import { bare, type Endpoint, endpoint } from '../../endpoint/endpoint.ts';
import { id, idCursor, instant, listOf, maybe, paged, text, words } from '../../endpoint/fields.ts';
import type { ApiParts } from '../../endpoint/parts.ts';
import { caseCommand } from '../cases/command.ts';

const tag = 'outlet-checks';
const STATES = ['waiting', 'proposed', 'confirmed', 'cancelled'] as const;
const check = z.object({
  id,
  caseId: id,
  articleId: id,
  title: text,
  dueAt: instant,
  state: text,
  proposedOutcome: maybe(text),
  outcome: maybe(text),
  checkedAt: maybe(instant),
  confirmedAt: maybe(instant),
  lastFailure: maybe(text),
});

/** Visits to outlets after a release, and what they did. */
export function outletCheckEndpoints({ pool, casework }: ApiParts): readonly Endpoint[] {
  return [
    endpoint({
      ...bare,
      tag,
      right: 'case.read',
      operation: 'listOutletChecks',
      method: 'get',
      path: '/outlet-checks',
      summary: 'Các lần kiểm tra lại bài sau phát hành',
      query: z.strictObject({ state: z.enum(STATES).optional(), ...idCursor }),
      answer: listOf(check),
      handle: async ({ actor, query }) => {
        const rows = await viewOutletChecks(pool, {
          profile: actor.profile,
          agency: ownAgencyOnly(actor, 'case.read'),
          state: query.state ?? null,
          afterId: query.cursor ?? null,
          limit: query.limit + 1,
        });
        return paged(rows, query.limit, (row) => row.id);
      },
    }),
    caseCommand({
      operation: 'requestCheck',
      path: 'request-check',
      tag,
      summary: 'Yêu cầu kiểm tra lại một bài',
      body: z.strictObject({ articleId: id }),
      extra: { checkId: id },
      run: casework.requestCheck,
    }),
    caseCommand({
      operation: 'confirmOutcome',
      path: 'confirm-outcome',
      tag,
      summary: 'Xác nhận phản ứng của báo theo một lần kiểm tra',
      body: z.strictObject({ checkId: id, outcome: outletOutcomeSchema, note: words(4_000).optional() }),
      run: casework.confirmOutcome,
    }),
    caseCommand({
      operation: 'recordOutcome',
      path: 'record-outcome',
      tag,
      summary: 'Ghi phản ứng của báo do người thực hiện biết được',
      body: z.strictObject({ articleId: id, outcome: outletOutcomeSchema, note: words(4_000) }),
      run: casework.recordOutcome,
    }),
  ];
}
