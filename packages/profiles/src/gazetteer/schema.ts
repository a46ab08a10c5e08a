import { gazetteerUnitSchema, lookAlikeSchema, profileIdSchema, unitEraSchema } from '@lamro/domain';
import { z } from 'zod';

const wordsByLanguageSchema = z.record(z.string(), z.array(z.string().min(1)));

const leafSchema = z.object({ code: z.string().regex(/^\d{5}$/), name: z.string().min(1) });

/** `data/units/<profile>.yaml`: the administrative units before and since 1 July 2025. */
export const unitsFileSchema = z.object({
  before: z.object({
    code: z.string().regex(/^\d{2}$/),
    name: z.string().min(1),
    districts: z.array(
      z.object({
        code: z.string().regex(/^\d{3}$/),
        name: z.string().min(1),
        communes: z
          .array(leafSchema)
          .nullable()
          .transform((list) => list ?? []),
      }),
    ),
  }),
  since: z.object({
    code: z.string().regex(/^\d{2}$/),
    name: z.string().min(1),
    communes: z
      .array(leafSchema)
      .nullable()
      .transform((list) => list ?? []),
  }),
});
export type UnitsFile = z.infer<typeof unitsFileSchema>;

/**
 * `data/gazetteer/<profile>.yaml`: spellings of administrative units by their official name, and everything else by which
 * the press names the province.
 */
export const namesFileSchema = z.strictObject({
  profile: profileIdSchema,
  /** Official name of an administrative unit -> its spellings by language. */
  names: z.record(z.string(), wordsByLanguageSchema).default({}),
  units: z.array(gazetteerUnitSchema.extend({ era: unitEraSchema.default('both') })).default([]),
  lookAlikes: z.array(lookAlikeSchema).default([]),
  context: wordsByLanguageSchema.default({}),
});
export type NamesFile = z.infer<typeof namesFileSchema>;

/** `data/gazetteer/viet-nam.yaml`: what holds for every province of the country. */
export const countryFileSchema = z.strictObject({
  lookAlikes: z.array(lookAlikeSchema).default([]),
  context: wordsByLanguageSchema.default({}),
});
