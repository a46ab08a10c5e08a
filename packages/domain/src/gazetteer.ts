import { z } from 'zod';
import { profileIdSchema } from './vocabulary.ts';

export const UNIT_KINDS = [
  'province',
  'district',
  'commune',
  'landmark',
  'zone',
  'port',
  'river',
  'island',
  'border-gate',
  'road',
  'festival',
  'product',
  'post',
  'organisation',
] as const;
export const unitKindSchema = z.enum(UNIT_KINDS);
export type UnitKind = z.infer<typeof unitKindSchema>;

/** Which list of units an entry belongs to: three tiers until 30 June 2025, two tiers since, or both. */
export const unitEraSchema = z.enum(['before-2025-07', 'since-2025-07', 'both']);
export type UnitEra = z.infer<typeof unitEraSchema>;

/** A unit, landmark, zone, product or post by which an article can be about the province. */
export const gazetteerUnitSchema = z.object({
  /** Code of the General Statistics Office for administrative units, else a slug. */
  code: z.string().min(1),
  /** Official name with its kind word, e.g. "Huyện Tiền Hải". */
  name: z.string().min(1),
  kind: unitKindSchema,
  era: unitEraSchema,
  /** Code of the unit that holds it. */
  parent: z.string().nullable().default(null),
  /** Code of the unit in force since July 2025 whose land this is, where known. */
  successor: z.string().nullable().default(null),
  /** Other spellings by ISO 639-1 language (`zh-hant` for traditional script). */
  names: z.record(z.string(), z.array(z.string().min(1))).default({}),
});
export type GazetteerUnit = z.infer<typeof gazetteerUnitSchema>;

/** A wording that looks like one of the names and is not: an ocean, a city abroad, a person, a street, a common noun. */
export const lookAlikeSchema = z.object({
  /** The exact wording that contains or equals a name. */
  text: z.string().min(1),
  language: z.string().min(2),
  /** What it is instead, in Vietnamese. */
  why: z.string().min(1),
  /** Whether it is a place itself, so that a preposition of place before it decides nothing. */
  place: z.boolean().optional(),
  /** Words that stand in every text about the other thing: a text in this language without any of them means the unit. */
  company: z.array(z.string().min(1)).min(1).optional(),
});
export type LookAlike = z.infer<typeof lookAlikeSchema>;

export const gazetteerSchema = z.object({
  profile: profileIdSchema,
  units: z.array(gazetteerUnitSchema).min(1),
  lookAlikes: z.array(lookAlikeSchema).default([]),
  /** Words by language beside which a bare name counts (the region, the country, its offices, its neighbours). */
  context: z.record(z.string(), z.array(z.string().min(1))).default({}),
});
export type Gazetteer = z.infer<typeof gazetteerSchema>;
