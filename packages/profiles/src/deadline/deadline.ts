import { type Citation, formatClause } from '@lamro/domain';
import { z } from 'zod';
import type { WorkCalendar } from '../calendar/calendar.ts';
import { dayOfInstant, showDay, timeOfInstant } from '../calendar/day.ts';
import { QueryError } from '../problem/problem.ts';
import type { Profile } from '../profile/profile.ts';
import type { DeadlineRule } from '../profile/schema.ts';
import { localDay, requireInForce } from '../routing/day.ts';
import { count } from './count.ts';

/** Which rule, from which instant (ISO 8601; a bare day starts at 00:00 local), and what was granted on top. */
export const deadlineQuerySchema = z.object({
  rule: z.string().min(1),
  startsAt: z.string().min(1),
  /** Extra time in the unit of the rule, each with its reason. */
  extensions: z.array(z.object({ amount: z.number().int().positive(), reason: z.string().trim().min(1) })).default([]),
});
export type DeadlineQuery = z.input<typeof deadlineQuerySchema>;

/** When it is due (UTC), how that was counted, and on what it rests. */
export interface Deadline {
  readonly dueAt: string;
  readonly steps: readonly string[];
  readonly citation: Citation | null;
  readonly basis: DeadlineRule['basis'];
}

const START_LABELS: Record<DeadlineRule['startEvent'], string> = {
  'request-received': 'nhận đề nghị cho ý kiến',
  'document-received': 'nhận văn bản',
  'item-detected': 'phát hiện tin, bài',
  'case-assigned': 'giao việc',
  'dossier-requested': 'yêu cầu lập hồ sơ',
  'response-submitted': 'trình dự thảo trả lời',
  'response-released': 'phát hành trả lời',
};

const UNIT_LABELS: Record<DeadlineRule['unit'], string> = {
  hours: 'giờ',
  'working-hours': 'giờ làm việc',
  days: 'ngày',
  'working-days': 'ngày làm việc',
};

/**
 * Counts a deadline of the profile by a calendar.
 *
 * @throws QueryError for an unknown rule, a time that is not one, a date outside the regulation, an extension not allowed
 * @example deadline(loadProfile('hai-phong'), loadCalendar(), { rule: 'opinion-on-activity', startsAt: '2024-02-01T09:00:00+07:00' })
 */
export function deadline(profile: Profile, calendar: WorkCalendar, input: DeadlineQuery): Deadline {
  const query = deadlineQuerySchema.parse(input);
  const rule = ruleNamed(profile, query.rule);
  const startDay = localDay(query.startsAt, 'startsAt');
  requireInForce(profile, startDay, 'startsAt');
  const start = startInstant(query.startsAt, startDay);
  const amount = rule.amount + extraTime(rule, query.extensions);
  const counted = count(calendar, rule.unit, amount, start);
  return {
    dueAt: counted.dueAt.toISOString(),
    steps: [
      `Bắt đầu: ${START_LABELS[rule.startEvent]} lúc ${showInstant(start)}`,
      `Thời hạn: ${rule.amount} ${UNIT_LABELS[rule.unit]} (${grounds(profile, rule)})`,
      ...query.extensions.map((more) => `Gia hạn ${more.amount} ${UNIT_LABELS[rule.unit]}: ${more.reason}`),
      ...counted.steps,
      `Hạn: ${showInstant(counted.dueAt)}`,
    ],
    citation: rule.clause === null ? null : { ...rule.clause, for: 'deadline' },
    basis: rule.basis,
  };
}

function ruleNamed(profile: Profile, name: string): DeadlineRule {
  const rule = profile.deadlines.find((candidate) => candidate.rule === name);
  if (rule !== undefined) return rule;
  const known = profile.deadlines.map((candidate) => candidate.rule).join(', ');
  throw new QueryError(
    'rule',
    `không có quy tắc thời hạn "${name}" trong hồ sơ ${profile.id}; dùng một trong: ${known}`,
  );
}

function startInstant(text: string, day: string): Date {
  if (text === day) return new Date(`${day}T00:00:00+07:00`);
  if (/(Z|[+-]\d{2}:?\d{2})$/i.test(text)) return new Date(text);
  throw new QueryError('startsAt', `"${text}" thiếu múi giờ; thêm Z hoặc +07:00 ở cuối`);
}

function extraTime(rule: DeadlineRule, extensions: readonly { amount: number }[]): number {
  if (extensions.length > 0 && !rule.extendable)
    throw new QueryError('extensions', `thời hạn "${rule.rule}" không được gia hạn; bỏ phần gia hạn`);
  return extensions.reduce((total, more) => total + more.amount, 0);
}

function grounds(profile: Profile, rule: DeadlineRule): string {
  return rule.clause === null ? 'quy định nội bộ' : formatClause(rule.clause, profile.regulation.instrument);
}

function showInstant(instant: Date): string {
  return `${timeOfInstant(instant)} ${showDay(dayOfInstant(instant))}`;
}
