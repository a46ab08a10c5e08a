import { z } from 'zod';

export const FLAG_STATES = ['open', 'confirmed', 'dismissed', 'needs-evidence'] as const;
export const flagStateSchema = z.enum(FLAG_STATES);
export type FlagState = z.infer<typeof flagStateSchema>;

/** What the classifier raised about one version of an article. */
export interface Flag {
  readonly id: string;
  readonly profile: string;
  readonly articleId: string;
  readonly articleVersionId: string;
  readonly state: FlagState;
  readonly version: number;
}

declare const reviewed: unique symbol;

/** A flag that a named person confirmed as distorted. Only {@link isReviewed} makes one. */
export type Reviewed<Item extends Flag> = Item & { readonly [reviewed]: true };

/** Whether a person's confirmation stands behind a flag: the only door to a case. */
export function isReviewed<Item extends Flag>(flag: Item): flag is Reviewed<Item> {
  return flag.state === 'confirmed';
}
