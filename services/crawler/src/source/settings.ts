import { outletRulesSchema } from '@lamro/press';
import { z } from 'zod';

/** What an operator may set for one source beyond its address. Each is optional; a wrong one counts as not set. */
const settingsSchema = z.looseObject({
  /** Portal: official records as NDJSON, and as CSV with the same columns. */
  recordsUrl: z.url().optional().catch(undefined),
  statisticsUrl: z.url().optional().catch(undefined),
  /** Portal: take what its listing announces as official statements. */
  statements: z.boolean().catch(false).default(false),
  /** How to read this outlet's pages. */
  rules: z.array(outletRulesSchema).catch([]).default([]),
});
export type SourceSettings = z.infer<typeof settingsSchema>;

export function readSettings(settings: unknown): SourceSettings {
  const parsed = settingsSchema.safeParse(settings);
  return parsed.success ? parsed.data : { statements: false, rules: [] };
}
