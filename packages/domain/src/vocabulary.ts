import { z } from 'zod';

/** Fields of state management by which a claim finds the agency whose duty it is to answer. */
export const SECTORS = [
  'foreign-affairs',
  'press-and-information',
  'culture-sport',
  'tourism',
  'investment',
  'trade-industry',
  'economic-zones',
  'finance-budget',
  'internal-affairs',
  'religion',
  'ethnic-affairs',
  'public-security',
  'defence',
  'border-sea-sovereignty',
  'human-rights',
  'education-training',
  'health',
  'environment-agriculture',
  'transport-construction',
  'labour-society',
  'justice',
  'science-technology',
  'other',
] as const;
export const sectorSchema = z.enum(SECTORS);
export type Sector = z.infer<typeof sectorSchema>;

/** Ways in which a clarification leaves the building. The last two are named by no regulation and count as internal. */
export const CHANNELS = [
  'press-release',
  'spokesperson',
  'press-briefing',
  'portal-post',
  'information-to-press',
  'information-to-forces',
  'press-conference',
  'correction-request',
] as const;
export const channelSchema = z.enum(CHANNELS);
export type Channel = z.infer<typeof channelSchema>;

/** What was found about a claim. `accurate-negative` stays out of cases; `unverifiable` is a first-class answer. */
export const VERDICTS = ['distorted', 'accurate-negative', 'opinion', 'unverifiable', 'accurate'] as const;
export const verdictSchema = z.enum(VERDICTS);
export type Verdict = z.infer<typeof verdictSchema>;

export const SIGNAL_KINDS = [
  'contradicts-figure',
  'contradicts-statement',
  'repeats-clarified-claim',
  'differs-between-versions',
  'headline-body-mismatch',
  'old-as-new',
  'unattributed-allegation',
] as const;
export const signalKindSchema = z.enum(SIGNAL_KINDS);
export type SignalKind = z.infer<typeof signalKindSchema>;

/** What an outlet did after a clarification was released. */
export const OUTLET_OUTCOMES = [
  'corrected',
  'reply-published',
  'silently-edited',
  'removed',
  'unchanged',
  'refused',
  'repeated',
] as const;
export const outletOutcomeSchema = z.enum(OUTLET_OUTCOMES);
export type OutletOutcome = z.infer<typeof outletOutcomeSchema>;

export const SOURCE_KINDS = [
  'rss',
  'atom',
  'rdf',
  'json-feed',
  'feed',
  'news-sitemap',
  'list-page',
  'search-feed',
  'gdelt',
  'portal',
  'intake',
] as const;
export const sourceKindSchema = z.enum(SOURCE_KINDS);
export type SourceKind = z.infer<typeof sourceKindSchema>;

/** Languages the watch covers, ISO 639-1; `und` stands for "could not be told". */
export const LANGUAGES = ['vi', 'en', 'zh', 'ja', 'ko', 'fr', 'ru', 'th', 'km', 'lo', 'de', 'es'] as const;
export const languageSchema = z.enum([...LANGUAGES, 'und']);
export type Language = z.infer<typeof languageSchema>;

/** Whether an item is of the domestic or the foreign press; some regulations name other reviewers for each. */
export const originSchema = z.enum(['domestic', 'foreign']);
export type Origin = z.infer<typeof originSchema>;

/** Whether an answer rests on the text of a regulation or on an internal rule that fills what the text leaves open. */
export const basisSchema = z.enum(['law', 'internal']);
export type Basis = z.infer<typeof basisSchema>;

export const ROLES = ['analyst', 'officer', 'leader', 'coordinator', 'administrator', 'auditor'] as const;
export const roleSchema = z.enum(ROLES);
export type Role = z.infer<typeof roleSchema>;

export const profileIdSchema = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'mã hồ sơ tỉnh là chữ thường không dấu, nối bằng "-"');
export type ProfileId = z.infer<typeof profileIdSchema>;

export const agencyIdSchema = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'mã cơ quan là chữ thường không dấu, nối bằng "-"');
export type AgencyId = z.infer<typeof agencyIdSchema>;
