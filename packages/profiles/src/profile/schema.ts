import {
  agencyIdSchema,
  basisSchema,
  channelSchema,
  languageSchema,
  originSchema,
  profileIdSchema,
  sectorSchema,
  sourceKindSchema,
} from '@lamro/domain';
import { z } from 'zod';
import { clauseLineSchema, clauseTextSchema } from '../clause/clause.ts';

const text = z.string().trim().min(1);
const day = z.iso.date();
const clauses = z.array(clauseTextSchema);
const cited = clauses.min(1, 'phải dẫn ít nhất một điều khoản');
const originOrAny = z.enum(['any', ...originSchema.options]);

const documentSchema = z.strictObject({
  number: text,
  title: text,
  issuedAt: day.nullable().default(null),
});

/** The decision and the regulation issued with it, with the dates between which it may be cited. */
export const regulationSchema = z.strictObject({
  number: text,
  title: text,
  /** What the document calls itself, as it must be cited. */
  instrument: z.enum(['Quy chế', 'Quy định']),
  issuedAt: day,
  inForceFrom: day,
  inForceTo: day.nullable(),
  replaces: documentSchema.nullable(),
  replacedBy: documentSchema.nullable(),
  clauses: cited,
});

const dutySchema = z.strictObject({
  kind: z.enum([
    'manage',
    'watch',
    'answer',
    'dossier',
    'rebut',
    'supply',
    'field',
    'press',
    'contact',
    'secrecy',
    'report',
    'receive',
    'publish',
    'guide',
  ]),
  clauses: z.array(clauseTextSchema).min(1, 'nhiệm vụ phải dẫn ít nhất một điều khoản'),
  summary: text,
});

/** An agency, office, ministry or press organ that a regulation names, or (named: false) that an internal rule adds. */
export const agencySchema = z.strictObject({
  name: text,
  level: z.enum(['province', 'party', 'central', 'mission', 'press']).default('province'),
  named: z.boolean().default(true),
  from: day.nullable().default(null),
  /** Last day on which it existed under this name. */
  to: day.nullable().default(null),
  /** Agency that took the work over after `to`; null when that is not known and a person decides. */
  successor: agencyIdSchema.nullable().default(null),
  note: text.nullable().default(null),
  duties: z.array(dutySchema).default([]),
});

/** Which agency holds a sector. `agency: null` leaves it open, with the reason in `summary`. */
export const sectorRuleSchema = z.strictObject({
  sector: sectorSchema,
  agency: agencyIdSchema.nullable(),
  /** Agencies that the clause puts beside the lead. */
  with: z.array(agencyIdSchema).default([]),
  basis: basisSchema,
  clauses: clauses.default([]),
  from: day.nullable().default(null),
  to: day.nullable().default(null),
  summary: text,
});

const clauseRuleSchema = z.strictObject({ clauses: cited, summary: text });

export const routingSchema = z.strictObject({
  /** The duty of every agency for its own sector, and of the district for its own place. */
  lead: z.strictObject({ clauses: cited, placeClauses: cited, summary: text }),
  /** A clause that gives the lead to one agency for all items of one origin. */
  leadByOrigin: z
    .array(z.strictObject({ origin: originSchema, agency: agencyIdSchema, clauses: cited, summary: text }))
    .default([]),
  /** `lead`: whoever answers builds the dossier. */
  dossier: z.strictObject({ agency: z.union([z.literal('lead'), agencyIdSchema]), clauses: cited, summary: text }),
  coordination: clauseRuleSchema,
  /** Who is told, in order; `concerned` stands for the lead and those beside it, less the agency that reported. */
  notify: z.array(
    z.strictObject({
      origin: originOrAny,
      told: z.array(z.union([z.literal('concerned'), agencyIdSchema])).min(1),
      clauses: cited,
      summary: text,
    }),
  ),
  notifyOpen: text.nullable().default(null),
});

/** Who follows which press; `own-field` stands for the agency in whose field the item falls. */
export const watchSchema = z.strictObject({
  origin: originOrAny,
  who: z.array(z.union([z.literal('own-field'), agencyIdSchema])).min(1),
  clauses: cited,
  summary: text,
});

export const channelEntrySchema = z.strictObject({
  id: channelSchema,
  open: z.boolean(),
  basis: basisSchema,
  clauses: clauses.default([]),
  condition: z.string().trim(),
  who: text,
  convenedBy: z.array(agencyIdSchema).default([]),
  requestedBy: z.array(agencyIdSchema).default([]),
  /** `foreign` stands for "tiếng nước ngoài" where the text names no language. */
  languages: z.array(z.union([languageSchema, z.literal('foreign')])).default([]),
});

/** What an answer must respect: secrecy, sovereignty and maps, human rights, accuracy. */
export const contentRuleSchema = z.strictObject({
  kind: z.enum(['secrecy', 'sovereignty', 'human-rights', 'accuracy', 'authority']),
  sectors: z.array(sectorSchema).default([]),
  clauses: cited,
  summary: text,
});

export const REPORT_KINDS = [
  'plan',
  'half-year',
  'yearly',
  'monthly-information',
  'quarterly-information',
  'yearly-information',
  'ad-hoc',
] as const;

export const reportSchema = z.strictObject({
  kind: z.enum(REPORT_KINDS),
  month: z.number().int().min(1).max(12).nullable(),
  day: z.number().int().min(1).max(31).nullable(),
  /** false: "trước ngày", the last day is the one before. */
  inclusive: z.boolean(),
  /** Group or agency that owes it. */
  from: agencyIdSchema,
  /** Agency that receives it. */
  to: agencyIdSchema,
  /** Agency through which it is sent, where the text names one. */
  via: agencyIdSchema.nullable().default(null),
  clause: clauseTextSchema,
  summary: text,
});

export const START_EVENTS = [
  'request-received',
  'document-received',
  'item-detected',
  'case-assigned',
  'dossier-requested',
  'response-submitted',
  'response-released',
] as const;

export const deadlineSchema = z.strictObject({
  rule: z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'mã quy tắc là chữ thường không dấu, nối bằng "-"'),
  label: text,
  amount: z.number().int().positive(),
  unit: z.enum(['hours', 'working-hours', 'days', 'working-days']),
  startEvent: z.enum(START_EVENTS, {
    error: `thiếu hoặc sai sự kiện bắt đầu tính hạn; thêm startEvent là một trong: ${START_EVENTS.join(', ')}`,
  }),
  basis: basisSchema,
  clause: clauseTextSchema.nullable().default(null),
  extendable: z.boolean().default(false),
  summary: text,
});

/** A live source of the watch, as an address an operator switches on after checking it. */
export const sourceSchema = z.strictObject({
  outlet: text,
  url: z.url({ protocol: /^https?$/ }),
  kind: sourceKindSchema,
  country: z.string().regex(/^[A-Z]{2}$/, 'mã nước gồm hai chữ hoa (ISO 3166-1)'),
  language: languageSchema,
  verified: z.boolean(),
});

/** Sources that several provinces watch, kept in one file. */
export const sourceListSchema = z.strictObject({ sources: z.array(sourceSchema) });

export const officeSchema = z.strictObject({
  parentBody: text,
  body: text,
  place: text,
  symbol: text,
  signerPost: text,
});

const briefingScheduleSchema = z.strictObject({
  /** 1 is Monday, 7 Sunday (ISO 8601). */
  weekday: z.number().int().min(1).max(7),
  /** In Vietnam's time. */
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'giờ phải viết như 15:00'),
  basis: z.literal('internal'),
  summary: text,
});

/** A province profile as it stands in its file. */
export const profileFileSchema = z.strictObject({
  id: profileIdSchema,
  name: text,
  /** File with the administrative units, relative to this one. */
  units: text,
  /** File with the internal rules that fill what the regulation leaves open; null for none. */
  internal: text.nullable().default(null),
  regulation: regulationSchema,
  /** The province that took this one in, with its first day; null where it stands. */
  succession: z.strictObject({ from: day, name: text, office: officeSchema }).nullable(),
  office: officeSchema,
  assignmentApproval: z.strictObject({ wanted: z.boolean(), basis: z.literal('internal'), summary: text }),
  /** When the week's briefing is drawn up as a draft; no regulation names the hour. */
  briefing: briefingScheduleSchema.default({ weekday: 5, time: '15:00', basis: 'internal', summary: 'Chiều thứ Sáu.' }),
  contact: z.strictObject({ agency: agencyIdSchema, clauses: cited, summary: text }),
  /** Every innermost clause of the decision and the regulation, several to a line. */
  tree: z.array(clauseLineSchema).min(1),
  groups: z.record(
    agencyIdSchema,
    z.strictObject({ name: text, clauses: cited, duties: z.array(dutySchema).default([]) }),
  ),
  agencies: z.record(agencyIdSchema, agencySchema),
  sectors: z.array(sectorRuleSchema),
  /** Unit code before July 2025 to the one code since, where the land passed whole. */
  unitSuccessors: z.record(z.string(), z.string()).default({}),
  /** Districts that ended before July 2025 while the regulation was in force, missing from the list of units. */
  earlierUnits: z
    .array(
      z.strictObject({
        code: agencyIdSchema,
        name: text,
        until: day,
        /** Code of the district that took the whole of it over; null where it was split. */
        successor: text.nullable(),
      }),
    )
    .default([]),
  routing: routingSchema,
  watch: z.array(watchSchema).min(1),
  channels: z.array(channelEntrySchema).min(1),
  /** Ministry, missions and others to whom the text has the province's information sent: a released clarification goes to them. */
  clarificationsTo: z.array(z.strictObject({ agency: agencyIdSchema, clauses: cited, summary: text })).default([]),
  content: z.array(contentRuleSchema),
  reports: z.array(reportSchema),
  deadlines: z.array(deadlineSchema),
  /** Clauses that the software does not carry, each with the reason. */
  outside: z.array(z.strictObject({ clauses: cited, reason: text })),
  /** Files with sources that several provinces watch, relative to this one. */
  sourceLists: z.array(text).default([]),
  sources: z.array(sourceSchema).default([]),
});
/** Internal rules: agencies, sectors, channels and deadlines that no regulation states. */
export const internalFileSchema = z.strictObject({
  agencies: z.record(agencyIdSchema, agencySchema.omit({ named: true, duties: true })).default({}),
  sectors: z.array(sectorRuleSchema.omit({ basis: true, clauses: true, with: true })).default([]),
  channels: z.array(channelEntrySchema.pick({ id: true, condition: true, who: true })).default([]),
  deadlines: z.array(deadlineSchema.omit({ basis: true, clause: true })).default([]),
});
export type InternalFile = z.infer<typeof internalFileSchema>;
export type ProfileFile = z.infer<typeof profileFileSchema>;
export type AgencyEntry = z.infer<typeof agencySchema>;
export type SectorRule = z.infer<typeof sectorRuleSchema>;
export type DeadlineRule = z.infer<typeof deadlineSchema>;
export type ReportDuty = z.infer<typeof reportSchema>;
export type ChannelEntry = z.infer<typeof channelEntrySchema>;
export type Source = z.infer<typeof sourceSchema>;
