import { z } from 'zod';

export const RESPONSE_STATES = ['draft', 'submitted', 'sent-back', 'approved', 'withdrawn'] as const;
export const responseStateSchema = z.enum(RESPONSE_STATES);
export type ResponseState = z.infer<typeof responseStateSchema>;

/** One version of a case's answer in one language. */
export interface Response {
  readonly id: string;
  readonly profile: string;
  readonly caseId: string;
  readonly language: string;
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly state: ResponseState;
}

declare const approved: unique symbol;

/** A response that a named leader approved. Only {@link isApproved} makes one. */
export type Approved<Item extends Response> = Item & { readonly [approved]: true };

/** Whether a leader's approval stands behind a response: the only door to release. */
export function isApproved<Item extends Response>(response: Item): response is Approved<Item> {
  return response.state === 'approved';
}
