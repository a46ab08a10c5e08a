import { z } from 'zod';
import { citationSchema } from './citation.ts';
import { agencyIdSchema, basisSchema, channelSchema, originSchema, sectorSchema } from './vocabulary.ts';

/** What routing is asked. Places are names or codes; `at` is a day or an instant in ISO 8601. */
export const routeQuerySchema = z.object({
  id: z.string().optional(),
  at: z.string().nullish(),
  origin: originSchema,
  sectors: z.array(sectorSchema).default([]),
  places: z.array(z.string().min(1)).default([]),
  reportedBy: agencyIdSchema.nullish(),
});
export type RouteQuery = z.infer<typeof routeQuerySchema>;

export const channelRuleSchema = z.object({
  id: channelSchema,
  open: z.boolean(),
  basis: basisSchema,
  condition: z.string(),
  who: z.string(),
});
export type ChannelRule = z.infer<typeof channelRuleSchema>;

/** Who answers, who builds the dossier, who is told in which order, who watches, by which channels; `lead` null when a person must decide. */
export const routeSchema = z.object({
  lead: agencyIdSchema.nullable(),
  dossier: agencyIdSchema.nullable(),
  coordinate: z.array(agencyIdSchema),
  notify: z.array(z.string()),
  monitor: z.array(agencyIdSchema),
  channels: z.array(channelRuleSchema),
  citations: z.array(citationSchema),
  basis: basisSchema,
  why: z.string(),
});
export type Route = z.infer<typeof routeSchema>;
