import type { Actor } from '@lamro/access';
import {
  type AssignmentRow,
  type CaseArticleRow,
  type CaseRow,
  type DeadlineRow,
  type EventRow,
  listAssignments,
  listCaseArticles,
  listCaseDeadlines,
  listEvents,
  listOutletChecks,
  listReleases,
  listResponses,
  type OutletCheckRow,
  type ReleaseRow,
  type ResponseRow,
} from '@lamro/database';
import { type Route, routeSchema } from '@lamro/domain';
import { z } from 'zod';
import { type ChecklistSection, readChecklist } from '../dossier/dossier.ts';
import { parseInput } from '../refusal/parse-input.ts';
import type { Context } from '../scope/context.ts';
import { idSchema, readCase } from '../scope/on-case.ts';
import { mayReadDrafts } from './may-read-drafts.ts';
import { noteOpening } from './note-opening.ts';

/** A case as somebody may see it. */
export interface CaseView {
  readonly row: CaseRow;
  readonly route: Route;
  readonly articles: readonly CaseArticleRow[];
  readonly assignments: readonly AssignmentRow[];
  readonly deadlines: readonly DeadlineRow[];
  readonly dossier: readonly ChecklistSection[];
  /** Every version for those whose drafts they are; for others only what went out. */
  readonly responses: readonly ResponseRow[];
  readonly releases: readonly ReleaseRow[];
  readonly checks: readonly OutletCheckRow[];
  readonly events: readonly EventRow[];
}

const viewSchema = z.object({ caseId: idSchema });

/**
 * Reads a whole case for somebody who has a part in it. An agency that only coordinates, or was only asked for its opinion,
 * sees what was released, not the drafts of others. Opening what others do not see is logged.
 *
 * @throws CommandRefused `not-found` or `forbidden`
 */
export async function viewCase(context: Context, actor: Actor, input: z.input<typeof viewSchema>): Promise<CaseView> {
  const { caseId } = parseInput(viewSchema, input);
  const row = await readCase(context, actor, caseId, 'case.read');
  await noteOpening(context, actor, { caseId });
  const { pool } = context;
  const responses = await listResponses(pool, row.id);
  const seesDrafts = mayReadDrafts(actor, row);
  return {
    row,
    route: routeSchema.parse(row.route),
    articles: await listCaseArticles(pool, row.id),
    assignments: await listAssignments(pool, row.id),
    deadlines: await listCaseDeadlines(pool, row.id),
    dossier: seesDrafts ? await readChecklist(pool, row.id) : [],
    responses: seesDrafts ? responses : responses.filter((response) => response.publicAt !== null),
    releases: await listReleases(pool, row.id),
    checks: await listOutletChecks(pool, row.id),
    events: await listEvents(pool, row.id),
  };
}
