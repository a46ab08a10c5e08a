import { z } from 'zod';

const communeSchema = z.strictObject({ code: z.string().regex(/^\d+$/), name: z.string().min(1) });

/** The administrative units of a province in three tiers (until 30 June 2025) and in two (since). */
export const unitFileSchema = z.strictObject({
  before: z.strictObject({
    code: z.string().regex(/^\d+$/),
    name: z.string().min(1),
    districts: z.array(communeSchema.extend({ communes: z.array(communeSchema).nullable() })),
  }),
  since: z.strictObject({ code: z.string().regex(/^\d+$/), name: z.string().min(1), communes: z.array(communeSchema) }),
});
export type UnitFile = z.infer<typeof unitFileSchema>;
