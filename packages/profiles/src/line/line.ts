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

const KINDS: Record<string, string> = {
  string: 'chuỗi',
  number: 'số',
  array: 'danh sách trong ngoặc vuông',
  object: 'đối tượng JSON trong ngoặc nhọn',
};

/** So much of a wrong value is shown, so that a line of megabytes does not come back whole. */
const LONGEST_SHOWN = 80;

/** A field that is null is a field left out. */
function parseLine<T extends z.ZodType>(schema: T, line: unknown): z.infer<T> {
  const parsed = schema.safeParse(withoutNulls(line), { error: explain });
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new QueryError(issue === undefined ? 'nội dung' : fieldOf(issue.path), issue?.message ?? 'không hợp lệ');
}

function withoutNulls(line: unknown): unknown {
  if (typeof line !== 'object' || line === null || Array.isArray(line)) return line;
  return Object.fromEntries(Object.entries(line).filter(([, value]) => value !== null));
}

/** `sectors[0]`, as the other errors of a question write it. */
function fieldOf(path: readonly PropertyKey[]): string {
  if (path.length === 0) return 'nội dung';
  return path
    .map((step, at) => (typeof step === 'number' ? `[${step}]` : `${at === 0 ? '' : '.'}${String(step)}`))
    .join('');
}

const explain: z.core.$ZodErrorMap = (issue) => {
  const given = issue.input === undefined ? '' : `${JSON.stringify(issue.input).slice(0, LONGEST_SHOWN)} `;
  switch (issue.code) {
    case 'invalid_value': {
      const known = issue.values.map(String).join(', ');
      return given === ''
        ? `thiếu trường này; ghi một trong: ${known}`
        : `${given}không có trong danh mục; dùng một trong: ${known}`;
    }
    case 'invalid_type':
      return given === ''
        ? 'thiếu trường này; thêm vào dòng'
        : `${given}sai kiểu; cần ${KINDS[issue.expected] ?? issue.expected}`;
    case 'too_small':
      return `${given}để trống hoặc quá nhỏ; ghi nội dung hoặc bỏ mục này`;
    default:
      return `${given}không hợp lệ; sửa trường này`;
  }
};
