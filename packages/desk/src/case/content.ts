import { mayReadDrafts } from '@lamro/casework';
import {
  type CaseArticleView,
  type CaseAssignmentView,
  type CaseDeadlineView,
  type CaseEventView,
  type CaseFileView,
  type CaseResponseView,
  type CaseView,
  type DossierItemView,
  findOpenClarification,
  type OpenClarification,
  type OutletCheckView,
  type Pool,
  type ReleaseView,
  type SpokespersonView,
  viewCase,
  viewCaseArticles,
  viewCaseAssignments,
  viewCaseChecks,
  viewCaseDeadlines,
  viewCaseDossier,
  viewCaseEvents,
  viewCaseFiles,
  viewCaseReleases,
  viewCaseResponses,
  viewSpokespersons,
} from '@lamro/database';
import { type CaseState, caseStateSchema, type Route, routeSchema } from '@lamro/domain';
import { allow } from '../desk/allow.ts';
import { found } from '../desk/read.ts';
import type { SignedView } from '../desk/view.ts';

/** Everything a case's page shows to one person. */
export interface CaseContent {
  readonly row: CaseView;
  readonly state: CaseState;
  readonly route: Route;
  /** Agencies with a part in the case, those that the route names beside the lead included. */
  readonly concerned: readonly string[];
  readonly articles: readonly CaseArticleView[];
  readonly assignments: readonly CaseAssignmentView[];
  readonly deadlines: readonly CaseDeadlineView[];
  readonly dossier: readonly DossierItemView[];
  readonly files: readonly CaseFileView[];
  /** Of drafts, dossier and files only what this person may read. */
  readonly responses: readonly CaseResponseView[];
  readonly hiddenResponses: boolean;
  readonly releases: readonly ReleaseView[];
  readonly checks: readonly OutletCheckView[];
  readonly events: readonly CaseEventView[];
  readonly speakers: readonly SpokespersonView[];
  /** What everybody may read of it; null where nothing is open. */
  readonly opened: OpenClarification | null;
}

/**
 * Reads a case for somebody who may see it; drafts of other agencies stay out.
 *
 * @throws NotFound, Forbidden
 */
export async function readCase(pool: Pool, view: SignedView, id: string): Promise<CaseContent> {
  const { profile } = view.actor;
  const row = found(await viewCase(pool, profile, id));
  const route = routeSchema.parse(row.route);
  const concerned = [...new Set([...row.agencies, ...route.coordinate])];
  allow(view.actor, 'case.read', concerned);
  const [articles, assignments, deadlines, dossier, files, responses, releases, checks, events, speakers, opened] =
    await Promise.all([
      viewCaseArticles(pool, profile, id),
      viewCaseAssignments(pool, profile, id),
      viewCaseDeadlines(pool, profile, id),
      viewCaseDossier(pool, profile, id),
      viewCaseFiles(pool, profile, id),
      viewCaseResponses(pool, profile, id),
      viewCaseReleases(pool, profile, id),
      viewCaseChecks(pool, profile, id),
      viewCaseEvents(pool, profile, id),
      viewSpokespersons(pool, profile),
      findOpenClarification(pool, id),
    ]);
  const seesDrafts = mayReadDrafts(view.actor, { ...row, profile });
  const released = new Set(releases.filter((entry) => entry.withdrawnAt === null).map((entry) => entry.responseId));
  const readable = responses.filter((response) => seesDrafts || released.has(response.id));
  return {
    row,
    state: caseStateSchema.parse(row.state),
    route,
    concerned,
    articles,
    assignments,
    deadlines,
    dossier: seesDrafts ? dossier : [],
    files: seesDrafts ? files : [],
    responses: readable,
    hiddenResponses: readable.length < responses.length,
    releases,
    checks,
    // Why a draft was sent back tells of the draft.
    events: seesDrafts ? events : events.map((event) => ({ ...event, reason: null })),
    speakers,
    opened,
  };
}
