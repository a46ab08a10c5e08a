import type { Context } from 'hono';
import { z } from 'zod';
import { InvalidForm, NotFound } from './refusals.ts';

const rowId = z.string().regex(/^[1-9]\d{0,17}$/);

/** The row id in a path. @throws NotFound where it cannot be one */
export function pathId(c: Context, name = 'id'): string {
  const id = rowId.safeParse(c.req.param(name));
  if (!id.success) throw new NotFound();
  return id.data;
}

/** The row, or the page that says there is none. @throws NotFound */
export function found<Row>(row: Row | null): Row {
  if (row === null) throw new NotFound();
  return row;
}

/** An optional text of a query or form: trimmed, in NFC, empty as null. */
export const optionalText = z
  .string()
  .max(20_000)
  .transform((text) => {
    const clean = text.normalize('NFC').replaceAll('\r\n', '\n').trim();
    return clean === '' ? null : clean;
  })
  .nullable()
  .catch(null)
  .default(null);

export const optionalId = rowId.nullable().catch(null).default(null);
export const optionalDay = z.iso.date().nullable().catch(null).default(null);

/** A required text of a form. */
export const requiredText = z
  .string()
  .max(100_000)
  .transform((text) => text.normalize('NFC').replaceAll('\r\n', '\n').trim())
  .pipe(z.string().min(1));

/** Row ids of a form, given once or many times. */
export const listOfIds = z
  .union([z.string(), z.array(z.string())])
  .transform((value) => (typeof value === 'string' ? [value] : value))
  .pipe(z.array(rowId))
  .default([]);

/** Reads a query by a schema whose fields all have a fallback. */
export function readQuery<Schema extends z.ZodType>(c: Context, schema: Schema): z.output<Schema> {
  return schema.parse(c.req.query());
}

/**
 * Reads the body of a form. Names ending in `[]` come as lists.
 *
 * @throws InvalidForm naming the fields
 */
export async function readForm<Schema extends z.ZodType>(c: Context, schema: Schema): Promise<z.output<Schema>> {
  const form = schema.safeParse(await c.req.parseBody());
  if (form.success) return form.data;
  throw new InvalidForm([...new Set(form.error.issues.map((issue) => String(issue.path[0] ?? '')))]);
}
