import { agencyIdSchema, sectorSchema } from '@lamro/domain';
import { z } from 'zod';
import { count, id, instant, json, maybe, reason, text, words } from '../../endpoint/fields.ts';

/** What every command on a case answers; `version` is sent back as If-Match with the next. */
export const caseResult = z.object({ caseId: id, number: text, state: text, version: count, seq: count });

export const caseListItem = z.object({
  id,
  number: text,
  title: text,
  state: text,
  origin: text,
  leadAgency: maybe(text),
  openedAt: instant,
  closedAt: maybe(instant),
  dueAt: maybe(instant),
  articles: count,
});

const row = z.object({
  id,
  number: text,
  title: text,
  state: text,
  storyId: maybe(id),
  origin: text,
  leadAgency: maybe(text),
  dossierAgency: maybe(text),
  version: count,
  openedBy: text,
  openedAt: instant,
  closedAt: maybe(instant),
  closeKind: maybe(text),
});
const caseArticle = z.object({
  articleId: id,
  versionId: id,
  currentVersionId: id,
  part: text,
  quote: text,
  title: text,
  url: text,
  outletId: id,
  outletName: text,
  publishedAt: maybe(instant),
  firstSeenAt: instant,
});
const assignment = z.object({
  id,
  agency: text,
  task: text,
  state: text,
  deadlineId: maybe(id),
  assignedBy: text,
  assignedAt: instant,
});
export const caseDeadline = z.object({
  id,
  rule: text,
  startsAt: instant,
  dueAt: instant,
  basis: text,
  metAt: maybe(instant),
  cancelledAt: maybe(instant),
  extendedFrom: maybe(instant),
});
export const response = z.object({
  id,
  language: text,
  number: count,
  title: text,
  body: text,
  state: text,
  authorId: text,
  authorAgency: maybe(text),
  createdAt: instant,
  submittedAt: maybe(instant),
  approvedBy: maybe(text),
  approvedAt: maybe(instant),
  publicAt: maybe(instant),
});
export const release = z.object({
  id,
  responseId: id,
  channel: text,
  releasedAt: instant,
  withdrawnAt: maybe(instant),
});
export const check = z.object({
  id,
  articleId: id,
  dueAt: instant,
  state: text,
  beforeVersionId: id,
  afterVersionId: maybe(id),
  proposedOutcome: maybe(text),
  outcome: maybe(text),
});
export const event = z.object({
  seq: count,
  at: instant,
  command: text,
  actorId: text,
  actorRole: text,
  actorAgency: maybe(text),
  fromState: maybe(text),
  toState: text,
  reasonSha256: maybe(text),
  evidence: json,
  previousHash: text,
  hash: text,
});

export const caseView = z.object({
  case: row,
  route: json,
  articles: z.array(caseArticle),
  assignments: z.array(assignment),
  deadlines: z.array(caseDeadline),
  responses: z.array(response),
  releases: z.array(release),
  checks: z.array(check),
  events: z.array(event),
});

export const openBody = z.strictObject({
  flagIds: z.array(id).min(1).max(100),
  title: words(300).optional(),
  sectors: z.array(sectorSchema).optional(),
  places: z.array(z.string().min(1)).optional(),
  reportedBy: agencyIdSchema.optional(),
});
export const assignBody = z.strictObject({
  agency: agencyIdSchema.optional(),
  dossierAgency: agencyIdSchema.optional(),
  reason: reason.optional(),
  instruction: words(10_000).optional(),
});
export const noteBody = z.strictObject({ note: reason.optional() });
export const reasonBody = z.strictObject({ reason });
export const returnBody = z.strictObject({ reason, rightAgency: agencyIdSchema });
export const opinionBody = z.strictObject({ agency: agencyIdSchema, question: words(10_000) });
export const answerBody = z.strictObject({ assignmentId: id, opinion: words(10_000) });
export const closeBody = z.strictObject({ reason: reason.optional() });
export const silenceBody = z.strictObject({ reach: reason, amplification: reason, reason });
export const republicationBody = z.strictObject({ articleId: id, quote: words(4_000) });
