import type { ItemFilter } from '@lamro/database';
import { FLAG_STATES, originSchema, sectorSchema, verdictSchema } from '@lamro/domain';
import { z } from 'zod';
import { optionalDay, optionalId, optionalText } from '../desk/read.ts';
import { pathWith } from '../page/address.ts';

/** Least scores of a flag that the filter offers; an address may ask for any. */
export const SCORES = ['0.3', '0.5', '0.7', '0.9'] as const;
const FLAGS = ['any', 'none', ...FLAG_STATES] as const;

/** How the stream is asked for in an address; anything that cannot be is as if it were not there. */
export const streamQuery = z.object({
  q: optionalText,
  scope: z.enum(['relevant', 'all']).catch('relevant').default('relevant'),
  origin: originSchema.nullable().catch(null).default(null),
  language: z
    .string()
    .regex(/^[a-z]{2,3}$/)
    .nullable()
    .catch(null)
    .default(null),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullable()
    .catch(null)
    .default(null),
  outlet: optionalId,
  sector: sectorSchema.nullable().catch(null).default(null),
  flag: z.enum(FLAGS).nullable().catch(null).default(null),
  place: z
    .string()
    .regex(/^[A-Za-z0-9:._-]{1,40}$/)
    .nullable()
    .catch(null)
    .default(null),
  verdict: verdictSchema.nullable().catch(null).default(null),
  score: z
    .string()
    .regex(/^(0(\.\d{1,2})?|1)$/)
    .nullable()
    .catch(null)
    .default(null),
  story: optionalId,
  unread: z.literal('1').nullable().catch(null).default(null),
  from: optionalDay,
  to: optionalDay,
  after: z
    .string()
    .regex(/^\d{1,17}_[1-9]\d{0,17}$/)
    .nullable()
    .catch(null)
    .default(null),
  offset: z.coerce.number().int().min(0).max(2_000).catch(0).default(0),
});
export type StreamQuery = z.infer<typeof streamQuery>;

export const PAGE_SIZE = 30;

/** The query of the ledger that an address asks for. */
export function itemFilter(query: StreamQuery, who: { profile: string; reader: string }): ItemFilter {
  return {
    ...who,
    relevantOnly: query.scope === 'relevant',
    origin: query.origin,
    language: query.language,
    outletId: query.outlet,
    country: query.country,
    sector: query.sector,
    flag: query.flag,
    place: query.place,
    verdict: query.verdict,
    minScore: query.score === null ? null : Number(query.score),
    storyId: query.story,
    unreadOnly: query.unread !== null,
    from: query.from,
    to: query.to,
    after: afterOf(query.after),
    limit: PAGE_SIZE + 1,
  };
}

/** The address of the stream with some of its conditions changed; it starts at the top again unless told otherwise. */
export function streamPath(query: StreamQuery, change: Partial<Record<keyof StreamQuery, string | null>> = {}): string {
  const { after: _after, offset: _offset, scope, ...conditions } = query;
  return pathWith('/stream', { ...conditions, scope: scope === 'all' ? scope : null, ...change });
}

/** Where the page after this row starts. */
export function cursorOf(row: { seenMicros: string; id: string }): string {
  return `${row.seenMicros}_${row.id}`;
}

function afterOf(cursor: string | null): ItemFilter['after'] {
  if (cursor === null) return null;
  const [seenMicros, id] = cursor.split('_');
  return seenMicros === undefined || id === undefined ? null : { seenMicros, id };
}
