import type { ClauseRef } from '@lamro/domain';
import { z } from 'zod';

const SHORT_FORM = /^(QĐ|Đ)(\d{1,3})(?:\.(\d{1,2})([a-zđ])?(?:\/(\d{1,2}))?)?$/u;

/**
 * Reads the short form in which profiles cite: `Đ7`, `Đ7.3`, `Đ7.3a`, `Đ7.2c/1` (first dash) and `QĐ2` for the decision.
 *
 * @returns null when the text is not of that form
 */
export function parseClause(text: string): ClauseRef | null {
  const match = SHORT_FORM.exec(text.normalize('NFC'));
  if (match === null) return null;
  const [, part, article, clause, point, item] = match;
  return {
    part: part === 'QĐ' ? 'decision' : 'regulation',
    article: Number(article),
    clause: clause === undefined ? null : Number(clause),
    point: point ?? null,
    item: item === undefined ? null : Number(item),
  };
}

/** Writes a clause in the short form of profiles; the opposite of `parseClause`. */
export function shortClause(ref: ClauseRef): string {
  const head = `${ref.part === 'decision' ? 'QĐ' : 'Đ'}${ref.article}`;
  if (ref.clause === null) return head;
  return `${head}.${ref.clause}${ref.point ?? ''}${ref.item === null ? '' : `/${ref.item}`}`;
}

/** A clause in a profile file, parsed to its numbers. */
export const clauseTextSchema = z.string().transform((text, context): ClauseRef => {
  const ref = parseClause(text);
  if (ref !== null) return ref;
  context.addIssue({
    code: 'custom',
    message: `"${text}" không phải cách viết điều khoản; viết như Đ7, Đ7.3, Đ7.3a, Đ7.2c/1 hoặc QĐ2`,
  });
  return z.NEVER;
});

/** Clauses set apart by spaces on one line of a profile's tree. */
export const clauseLineSchema = z
  .string()
  .transform((line) => line.trim().split(/\s+/))
  .pipe(z.array(clauseTextSchema));

/** The clause that holds this one, or null for an article. */
export function parentClause(ref: ClauseRef): ClauseRef | null {
  if (ref.item !== null) return { ...ref, item: null };
  if (ref.point !== null) return { ...ref, point: null };
  if (ref.clause !== null) return { ...ref, clause: null };
  return null;
}

/** The clause itself and all that hold it, innermost first. */
export function clauseLineage(ref: ClauseRef): ClauseRef[] {
  const parent = parentClause(ref);
  return parent === null ? [ref] : [ref, ...clauseLineage(parent)];
}
