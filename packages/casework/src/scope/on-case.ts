import { type Actor, type Command, may, roleName, rolesFor } from '@lamro/access';
import { type CaseRow, findCase, listAssignments, listEvents, lockCase, type Queryable } from '@lamro/database';
import { CASE_TRANSITIONS, type CaseState, type CaseTransition, type Route, routeSchema } from '@lamro/domain';
import { z } from 'zod';
import { CommandRefused } from '../refusal/refusal.ts';
import { stateName, stateNames } from '../refusal/state-names.ts';
import { authorOf } from './author.ts';
import type { Context } from './context.ts';
import { openScope, type Scope } from './scope.ts';
import { transact } from './transact.ts';

/** Ids are the decimal text of the ledger's numbers. */
export const idSchema = z.string().regex(/^\d{1,18}$/, 'mã phải là số');

/** Versions are whole numbers as the ledger keeps them. */
export const versionSchema = z.int32().positive();

/** What every command on a case carries. */
export const caseInput = {
  caseId: idSchema,
  /** Version the person saw; when the case has moved on since, the command is refused and says what changed. */
  expectedVersion: versionSchema.optional(),
};

export const reasonSchema = z
  .string()
  .trim()
  .min(1, 'phải ghi lý do')
  .max(4000, 'lý do dài nhất 4.000 ký tự')
  .normalize('NFC');

/**
 * Whose matter a command is: the answering agency's, the dossier builder's alone, that of both, or everyone's who has a part
 * in the case.
 */
export type Concern = 'lead' | 'builder' | 'dossier' | 'concerned';

export interface CommandSpec {
  readonly right: Command;
  readonly concern: Concern;
  /** States from which it may be given. */
  readonly from: readonly CaseState[];
}

/** States a transition may start from, as a command's rule. */
export function fromStates(...transitions: readonly CaseTransition[]): readonly CaseState[] {
  return [...new Set<CaseState>(transitions.flatMap((name) => [...CASE_TRANSITIONS[name].from]))];
}

/**
 * Runs a command on one case: locks it, checks the right, the version the person saw and the state, then does the work,
 * all in one transaction.
 *
 * @throws CommandRefused `not-found`, `forbidden`, `conflict` or `wrong-state`, before anything is written
 */
export function onCase<Result>(
  context: Context,
  actor: Actor,
  input: { readonly caseId: string; readonly expectedVersion?: number | undefined },
  spec: CommandSpec,
  work: (scope: Scope) => Promise<Result>,
): Promise<Result> {
  return transact(context, async (db) => {
    const row = await lockCase(db, input.caseId);
    if (row === null || row.profile !== actor.profile) throw caseNotFound(input.caseId);
    await checkRight(db, actor, row, spec);
    await checkVersion(db, row, input.expectedVersion);
    checkState(row, spec);
    return work(openScope(db, row, context.procedure(row.profile), authorOf(actor), context.clock.now()));
  });
}

/**
 * Reads one case for somebody who may.
 *
 * @throws CommandRefused `not-found` or `forbidden`
 */
export async function readCase(context: Context, actor: Actor, caseId: string, right: Command): Promise<CaseRow> {
  const row = await findCase(context.pool, caseId);
  if (row === null || row.profile !== actor.profile) throw caseNotFound(caseId);
  // Whoever may read of a case may not therefore read the drafts of another agency.
  const concern = right === 'case.read-drafts' ? 'dossier' : 'concerned';
  await checkRight(context.pool, actor, row, { right, concern });
  return row;
}

export function caseNotFound(caseId: string): CommandRefused {
  return new CommandRefused('not-found', `Không có hồ sơ ${caseId} trong tỉnh của bạn: hãy kiểm tra lại địa chỉ.`);
}

async function checkRight(
  db: Queryable,
  actor: Actor,
  row: CaseRow,
  spec: Pick<CommandSpec, 'right' | 'concern'>,
): Promise<void> {
  const agencies = await concernedAgencies(db, row, spec.concern);
  const decision = may(actor, spec.right, { profile: row.profile, agencies });
  if (!decision.allowed) throw new CommandRefused('forbidden', decision.why, { whoMay: decision.whoMay });
}

/** Agencies that have the named part in a case. */
export async function concernedAgencies(db: Queryable, row: CaseRow, concern: Concern): Promise<readonly string[]> {
  const lead = row.leadAgency === null ? [] : [row.leadAgency];
  if (concern === 'lead') return lead;
  if (concern === 'builder') return row.dossierAgency === null ? [] : [row.dossierAgency];
  const dossier = row.dossierAgency === null ? lead : [row.dossierAgency, ...lead];
  if (concern === 'dossier') return dossier;
  const route: Route = routeSchema.parse(row.route);
  const tasks = (await listAssignments(db, row.id)).filter((task) => task.state !== 'proposed');
  return [...new Set([...dossier, ...route.coordinate, ...tasks.map((task) => task.agency)])];
}

async function checkVersion(db: Queryable, row: CaseRow, expected: number | undefined): Promise<void> {
  if (expected === undefined || expected === row.version) return;
  // Each event made one version, the first event version 2 (the row itself is version 1).
  const events = await listEvents(db, row.id, Math.max(0, expected - 1));
  const changes = events.map(({ command, actorId, at, toState }) => ({ command, actorId, at, toState }));
  throw new CommandRefused(
    'conflict',
    `Hồ sơ ${row.number} đã được người khác thay đổi, nay ở trạng thái "${stateName(row.state)}": hãy tải lại, xem thay đổi rồi làm tiếp.`,
    { currentVersion: row.version, changes },
  );
}

function checkState(row: CaseRow, spec: CommandSpec): void {
  if (spec.from.includes(row.state)) return;
  const whoMay = rolesFor(spec.right);
  throw new CommandRefused(
    'wrong-state',
    `Hồ sơ ${row.number} đang ở trạng thái "${stateName(row.state)}"; việc này chỉ làm được khi hồ sơ ở trạng thái ${stateNames(spec.from)}, do ${whoMay.map(roleName).join(', ')} thực hiện.`,
    { allowedStates: spec.from, whoMay },
  );
}
