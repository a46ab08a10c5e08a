import { viewWeights } from '@lamro/database';
import { z } from 'zod';
import { bare, type Endpoint, endpoint } from '../../endpoint/endpoint.ts';
import { DONE, done, instant, json, maybe, text, words } from '../../endpoint/fields.ts';
import type { ApiParts } from '../../endpoint/parts.ts';

const tag = 'flags';
const versions = z.object({
  items: z.array(
    z.object({
      version: maybe(text),
      weights: json,
      calibration: json,
      learnedAfter: maybe(text),
      learnedAt: maybe(instant),
      inForce: z.boolean(),
      chosenAt: maybe(instant),
      reason: maybe(text),
    }),
  ),
});

/** Versions of the weights of the flag score: learned from decisions, put in force by a person, never by themselves. */
export function weightEndpoints({ pool, casework }: ApiParts): readonly Endpoint[] {
  return [
    endpoint({
      ...bare,
      tag,
      right: 'report.read',
      operation: 'listWeights',
      method: 'get',
      path: '/weights',
      summary: 'Các phiên bản trọng số của điểm cảnh báo, kèm độ khớp trên các quyết định để riêng',
      answer: versions,
      handle: async ({ actor }) => ({ items: await viewWeights(pool, actor.profile) }),
    }),
    endpoint({
      ...bare,
      tag,
      right: null,
      operation: 'relearnWeights',
      method: 'post',
      path: '/weights',
      summary: 'Học lại trọng số từ các quyết định thẩm định; chưa áp dụng',
      status: 201,
      answer: z.object({ version: text, learnedFrom: z.number().int(), heldOut: z.number().int() }),
      handle: ({ actor }) => casework.relearnWeights(actor, {}),
    }),
    endpoint({
      ...bare,
      tag,
      right: null,
      operation: 'putWeightsInForce',
      method: 'post',
      path: '/weights/in-force',
      summary: 'Áp dụng một phiên bản trọng số, kể cả phiên bản trước; version null là trọng số ban đầu',
      body: z.strictObject({ version: z.string().min(1).max(80).nullable(), reason: words(2_000) }),
      answer: done,
      handle: async ({ actor, body }) => {
        await casework.putWeightsInForce(actor, body);
        return DONE;
      },
    }),
  ];
}
