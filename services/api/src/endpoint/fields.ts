import { z } from 'zod';

/** A row's id: the decimal text of the ledger's number. */
export const id = z.string().regex(/^[1-9]\d{0,17}$/);
export const instant = z.iso.datetime({ offset: true });
export const maybe = <Schema extends z.ZodType>(schema: Schema) => z.union([schema, z.null()]);
export const text = z.string();
export const count = z.number().int();
/** JSON whose shape is written by another part: a route, a proof, a difference. */
export const json = z.unknown();

export const idParam = z.strictObject({ id });
export const caseParam = z.strictObject({ caseId: id });

/** How much of a list one call gives, and where it goes on. */
export const page = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  /** `next` of the page before. */
  cursor: z.string().min(1).max(60).optional(),
};
export const idCursor = { ...page, cursor: id.optional() };

/** Words that a person writes. */
export const words = (most: number) => z.string().trim().min(1).max(most).normalize('NFC');
export const reason = words(4_000);

/** A page of a list; `next` is null on the last one. */
export const listOf = <Schema extends z.ZodType>(item: Schema) =>
  z.object({ items: z.array(item), next: z.union([z.string(), z.null()]) });

/**
 * Cuts a page from rows of which one more was read than is shown.
 *
 * @example paged(await viewCases(pool, { …, limit: limit + 1 }), limit, (row) => row.id)
 */
export function paged<Row>(
  rows: readonly Row[],
  limit: number,
  cursorOf: (row: Row) => string,
): { items: readonly Row[]; next: string | null } {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last !== undefined ? cursorOf(last) : null };
}

export const done = z.object({ done: z.literal(true) });
export const DONE = { done: true } as const;
