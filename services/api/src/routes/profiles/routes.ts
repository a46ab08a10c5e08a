import { agencyIdSchema, originSchema, sectorSchema } from '@lamro/domain';
import { deadline, QueryError, route, showProfile } from '@lamro/profiles';
import { callWords } from '@lamro/wording';
import { z } from 'zod';
import { bare, type Endpoint, endpoint } from '../../endpoint/endpoint.ts';
import { instant, json, maybe, text } from '../../endpoint/fields.ts';
import type { ApiParts } from '../../endpoint/parts.ts';
import { CallRefused } from '../../problem/problem.ts';

const about = { tag: 'profiles', right: 'profile.read' } as const;
const LONGEST_CALENDAR_DAYS = 400;
const DAY_MS = 24 * 3_600_000;

/** The province's regulation as data: agencies, duties, routes, deadlines, calendar. */
export function profileEndpoints(parts: ApiParts): readonly Endpoint[] {
  const { profiles } = parts;
  return [
    endpoint({
      ...bare,
      ...about,
      operation: 'getProfile',
      method: 'get',
      path: '/profile',
      summary: 'Quy chế của tỉnh dưới dạng dữ liệu, kèm điều khoản',
      answer: z.record(z.string(), json),
      handle: async ({ actor }) => showProfile(profiles(actor.profile)),
    }),
    endpoint({
      ...bare,
      ...about,
      tag: 'agencies',
      operation: 'listAgencies',
      method: 'get',
      path: '/agencies',
      summary: 'Cơ quan của tỉnh theo quy chế',
      answer: z.object({ items: z.array(z.object({ id: text, name: text, from: maybe(text), to: maybe(text) })) }),
      handle: async ({ actor }) => ({
        items: [...profiles(actor.profile).agencies.values()].map(({ id, name, from, to }) => ({
          id,
          name,
          from: from ?? null,
          to: to ?? null,
        })),
      }),
    }),
    endpoint({
      ...bare,
      ...about,
      operation: 'findRoute',
      method: 'post',
      path: '/routes',
      summary: 'Cơ quan trả lời, phối hợp, kênh và căn cứ cho một trường hợp',
      reads: true,
      body: z.strictObject({
        origin: originSchema,
        sectors: z.array(sectorSchema).default([]),
        places: z.array(z.string().min(1).max(200)).default([]),
        at: z.iso.datetime({ offset: true }).optional(),
        reportedBy: agencyIdSchema.optional(),
      }),
      answer: z.record(z.string(), json),
      handle: async ({ actor, body }) => asked(() => route(profiles(actor.profile), body)),
    }),
    ...clockEndpoints(parts),
  ];
}

function clockEndpoints({ profiles, calendar }: ApiParts): readonly Endpoint[] {
  return [
    endpoint({
      ...bare,
      ...about,
      tag: 'calendar',
      operation: 'countDeadline',
      method: 'post',
      path: '/deadlines/count',
      summary: 'Tính một thời hạn theo quy chế và lịch làm việc',
      reads: true,
      body: z.strictObject({ rule: z.string().min(1).max(100), startsAt: z.iso.datetime({ offset: true }) }),
      answer: z.object({ dueAt: instant, steps: z.array(text), citation: json, basis: text }),
      handle: async ({ actor, body }) => asked(() => deadline(profiles(actor.profile), calendar, body)),
    }),
    endpoint({
      ...bare,
      ...about,
      tag: 'calendar',
      operation: 'getCalendar',
      method: 'get',
      path: '/calendar',
      summary: 'Ngày nghỉ trong một khoảng và giờ làm việc',
      query: z.strictObject({ from: z.iso.date(), to: z.iso.date() }),
      answer: z.object({ officeHours: z.array(json), restDays: z.array(z.object({ day: text, reason: text })) }),
      handle: async ({ query }) => ({ officeHours: calendar.officeHours, restDays: restDays(query.from, query.to) }),
    }),
  ];

  function restDays(from: string, to: string) {
    const days = (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;
    if (days < 1 || days > LONGEST_CALENDAR_DAYS)
      throw new CallRefused('invalid-input', callWords.calendarRange(LONGEST_CALENDAR_DAYS));
    return Array.from({ length: days }, (_, index) => {
      const day = new Date(Date.parse(from) + index * DAY_MS).toISOString().slice(0, 10);
      return { day, reason: asked(() => calendar.restReason(day)) };
    }).filter((entry) => entry.reason !== null);
  }
}

/** What the regulation answers. @throws CallRefused `invalid-input` where the question cannot be */
function asked<Result>(question: () => Result): Result {
  try {
    return question();
  } catch (error) {
    if (error instanceof QueryError) throw new CallRefused('invalid-input', error.message);
    throw error;
  }
}
