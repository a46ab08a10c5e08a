export { type AgencyOnDay, agencyOn } from './agency/succession.ts';
export { loadCalendar, type OfficeHours, parseCalendar, type WorkCalendar } from './calendar/calendar.ts';
export { clauseLineage, parseClause, shortClause } from './clause/clause.ts';
export { type Deadline, type DeadlineQuery, deadline } from './deadline/deadline.ts';
export { type OpenDeadline, type RecomputedDeadline, recomputeDeadlines } from './deadline/recompute.ts';
export { loadGazetteer } from './gazetteer/gazetteer.ts';
export { deadlineLine, routeLine } from './line/line.ts';
export { type Office, officeOn } from './office/office.ts';
export { formatProblem, InvalidFileError, type Problem, QueryError } from './problem/problem.ts';
export { type EntryCitation, listCitations } from './profile/citations.ts';
export {
  checkProfile,
  checkProfileFile,
  listProfileIds,
  loadProfile,
  loadProfileFile,
  loadProfiles,
  PROFILE_IDS,
  parseProfile,
} from './profile/load.ts';
export type { Agency, Profile } from './profile/profile.ts';
export type { ChannelEntry, DeadlineRule, ReportDuty, SectorRule, Source } from './profile/schema.ts';
export { type ReportOccasion, reportOccasions } from './report/duty.ts';
export { route } from './routing/route.ts';
export { type ShownProfile, showProfile } from './show/show.ts';
export { type ResolvedPlace, resolvePlace } from './unit/resolve.ts';
export { committeeId, type Unit } from './unit/unit.ts';
