import { z } from 'zod';

/** `withdrawn`: nobody had reviewed it, and judged anew its article shows no such evidence any more. */
export const FLAG_STATES = ['open', 'confirmed', 'dismissed', 'needs-evidence', 'withdrawn'] as const;
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
