import { type Actor, may } from '@lamro/access';
import {
  attachArticle,
  attachFlag,
  type CaseRow,
  countStoriesOf,
  type FlagRow,
  findFlagJudgement,
  insertCase,
  listFlagSignals,
  lockCase,
  lockFlags,
  type Queryable,
  takeCaseNumber,
} from '@lamro/database';
import { agencyIdSchema, isReviewed, type Reviewed, type Route, sectorSchema } from '@lamro/domain';
import { QueryError } from '@lamro/profiles';
import { caseNotices } from '@lamro/wording';
import { z } from 'zod';
import { prefillDossier } from '../dossier/prefill.ts';
import { tell } from '../notice/tell.ts';
import type { Procedure } from '../procedure/procedure.ts';
import { parseInput } from '../refusal/parse-input.ts';
import { CommandRefused } from '../refusal/refusal.ts';
import { authorOf } from '../scope/author.ts';
import { startClock } from '../scope/clock.ts';
import type { Context } from '../scope/context.ts';
import { caseNotFound, idSchema } from '../scope/on-case.ts';
import { type CaseResult, openScope, record } from '../scope/scope.ts';
import { transact } from '../scope/transact.ts';
import { routeQueryOf } from './route-flags.ts';

const openSchema = z.object({
  /** Confirmed flags of one story or claim; the first names the case. */
  flagIds: z
    .array(idSchema)
    .min(1, 'phải chọn ít nhất một cảnh báo')
    .max(100)
    .transform((ids) => [...new Set(ids)]),
  title: z.string().trim().min(1).max(300).normalize('NFC').optional(),
  /** What a person states instead of what the classifier read. */
  sectors: z.array(sectorSchema).max(50).optional(),
  places: z.array(z.string().trim().min(1).max(200).normalize('NFC')).max(50).optional(),
  reportedBy: agencyIdSchema.optional(),
});
export type OpenCaseInput = z.input<typeof openSchema>;

/**
 * Opens a case on confirmed flags, routed by the province's procedure.
 *
 * @throws CommandRefused
 */
export async function openCase(context: Context, actor: Actor, input: OpenCaseInput): Promise<CaseResult> {
  const wanted = parseInput(openSchema, input);
  return transact(context, async (db) => {
    const flags = await lockReviewed(db, actor, wanted.flagIds);
    const procedure = context.procedure(actor.profile);
    const route = await routeCase(db, procedure, flags, wanted);
    checkRight(actor, route);
    const row = await writeCase(db, context, actor, flags, route, wanted.title);
    const scope = openScope(db, row, procedure, authorOf(actor), context.clock.now());
    const detectedAt = new Date(Math.min(...flags.map((flag) => flag.openedAt.getTime())));
    await startClock(scope, 'notify', { startsAt: detectedAt });
    await prefillDossier(scope);
    const result = await record(scope, { command: 'open', toState: 'drafted', evidence: { flags: wanted.flagIds } });
    await tell(scope, result.seq, {
      kind: 'case-opened',
      roles: ['coordinator', 'leader', 'analyst'],
      agencies: [],
      ...caseNotices.opened(row.number, row.title),
    });
    return result;
  });
}

/** Locks the flags and keeps only what a person has confirmed: the type that `writeCase` asks for. */
async function lockReviewed(
  db: Queryable,
  actor: Actor,
  ids: readonly string[],
): Promise<readonly Reviewed<FlagRow>[]> {
  const found = await lockFlags(db, ids);
  const reviewed = ids.map((id) => {
    const flag = found.find((candidate) => candidate.id === id);
    if (flag === undefined || flag.profile !== actor.profile) {
      throw new CommandRefused('not-found', `Không có cảnh báo ${id} trong tỉnh của bạn: hãy kiểm tra lại địa chỉ.`);
    }
    if (!isReviewed(flag)) {
      throw new CommandRefused(
        'wrong-state',
        `Cảnh báo ${id} chưa được xác nhận là sai lệch: hãy thẩm định trước khi lập hồ sơ.`,
      );
    }
    return flag;
  });
  const stories = await countStoriesOf(
    db,
    reviewed.map((flag) => flag.articleId),
  );
  if (stories > 1) {
    throw new CommandRefused(
      'invalid-input',
      'Các cảnh báo thuộc những câu chuyện khác nhau: hãy lập từng hồ sơ, hoặc gộp các câu chuyện trước nếu là một.',
    );
  }
  return reviewed;
}

async function routeCase(
  db: Queryable,
  procedure: Procedure,
  flags: readonly Reviewed<FlagRow>[],
  wanted: z.output<typeof openSchema>,
): Promise<Route> {
  const first = firstOf(flags);
  const query = routeQueryOf(first, await findFlagJudgement(db, first.articleVersionId));
  try {
    return procedure.route({
      ...query,
      sectors: wanted.sectors ?? query.sectors,
      places: wanted.places ?? query.places,
      reportedBy: wanted.reportedBy ?? null,
    });
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
    // What the procedure cannot route it explains in Vietnamese: an ambiguous place, a day outside every regulation.
    throw new CommandRefused('route-open', `Chưa xác định được cơ quan trả lời: ${error.message}`);
  }
}

function checkRight(actor: Actor, route: Route): void {
  const agencies = [route.lead, route.dossier, ...route.coordinate].filter((id) => id !== null);
  const decision = may(actor, 'case.open', { profile: actor.profile, agencies });
  if (!decision.allowed) throw new CommandRefused('forbidden', decision.why, { whoMay: decision.whoMay });
}

async function writeCase(
  db: Queryable,
  context: Context,
  actor: Actor,
  flags: readonly Reviewed<FlagRow>[],
  route: Route,
  title: string | undefined,
): Promise<CaseRow> {
  const first = firstOf(flags);
  const { profile } = first;
  const at = context.clock.now();
  const year = yearInVietnam(at);
  const number = `${String(await takeCaseNumber(db, profile, year)).padStart(4, '0')}/${year}`;
  const named = title ?? (await findFlagJudgement(db, first.articleVersionId))?.title ?? `Cảnh báo ${first.id}`;
  const { storyId, origin } = first;
  const id = await insertCase(db, { profile, number, title: named, storyId, origin, route, openedBy: actor.id, at });
  for (const flag of flags) await attach(db, id, flag);
  const row = await lockCase(db, id);
  if (row === null) throw caseNotFound(id);
  return row;
}

async function attach(db: Queryable, caseId: string, flag: Reviewed<FlagRow>): Promise<void> {
  const { profile, articleId } = flag;
  if (!(await attachFlag(db, { caseId, flagId: flag.id, profile }))) {
    throw new CommandRefused('wrong-state', `Cảnh báo ${flag.id} đã nằm trong một hồ sơ khác: hãy mở hồ sơ đó.`);
  }
  const signals = await listFlagSignals(db, flag.articleVersionId);
  const quote = signals.find((signal) => !signal.struck)?.quote ?? '';
  await attachArticle(db, { caseId, articleId, profile, versionId: flag.articleVersionId, part: 'origin', quote });
}

function firstOf<Item>(items: readonly Item[]): Item {
  const first = items[0];
  if (first === undefined) throw new RangeError('a case stands on at least one flag');
  return first;
}

/** Case numbers follow the calendar year of the province's offices. */
function yearInVietnam(at: Date): number {
  return Number(new Intl.DateTimeFormat('en', { timeZone: 'Asia/Ho_Chi_Minh', year: 'numeric' }).format(at));
}
