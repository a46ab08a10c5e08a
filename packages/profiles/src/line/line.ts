import { type Route, routeQuerySchema } from '@lamro/domain';
import { z } from 'zod';
import type { WorkCalendar } from '../calendar/calendar.ts';
import { type Deadline, deadline, deadlineQuerySchema } from '../deadline/deadline.ts';
import { QueryError } from '../problem/problem.ts';
import type { Profile } from '../profile/profile.ts';
import { route } from '../routing/route.ts';

const idSchema = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((id) => (id === undefined ? null : id));
const routeLineSchema = routeQuerySchema.extend({ id: idSchema });
const deadlineLineSchema = deadlineQuerySchema.extend({ id: idSchema });
type LineId = string | number | null;

/**
 * Answers one line of the command `route`.
 *
 * @param line parsed JSON: `{id, at?, origin, sectors, places, reportedBy?}`
 * @throws QueryError naming the field at fault and the remedy
 */
export function routeLine(profile: Profile, line: unknown): { id: LineId } & Route {
  const { id, ...query } = parseLine(routeLineSchema, line);
  return { id, ...route(profile, query) };
}

/**
 * Answers one line of the command `deadline`.
 *
 * @param line parsed JSON: `{id, rule, startsAt, extensions?}`
 * @throws QueryError naming the field at fault and the remedy
 */
export function deadlineLine(profile: Profile, calendar: WorkCalendar, line: unknown): { id: LineId } & Deadline {
  const { id, ...query } = parseLine(deadlineLineSchema, line);
  return { id, ...deadline(profile, calendar, query) };
}

function parseLine<T extends z.ZodType>(schema: T, line: unknown): z.infer<T> {
  const parsed = schema.safeParse(line, { error: z.locales.vi().localeError });
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const field = issue === undefined || issue.path.length === 0 ? 'dòng' : issue.path.join('.');
  throw new QueryError(field, `${issue?.message ?? 'không hợp lệ'}; sửa trường này theo mô tả của lệnh`);
}
