import { z } from 'zod';
import { CommandRefused } from './refusal.ts';

const { localeError } = z.locales.vi();

/**
 * Reads a command's input by its schema.
 *
 * @throws CommandRefused `invalid-input` naming every field and what is wrong with it, in Vietnamese
 */
export function parseInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const parsed = schema.safeParse(input, { error: localeError });
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }));
  const listed = issues.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`)).join('; ');
  throw new CommandRefused('invalid-input', `Dữ liệu gửi lên chưa đúng (${listed}): hãy sửa rồi gửi lại.`, { issues });
}
