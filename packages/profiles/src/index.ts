export { type AgencyOnDay, agencyOn } from './agency/succession.ts';
export { parseClause, shortClause } from './clause/clause.ts';
export { loadGazetteer } from './gazetteer/gazetteer.ts';
export { formatProblem, InvalidFileError, type Problem, QueryError } from './problem/problem.ts';
export {
  checkProfile,
  checkProfileFile,
  loadProfile,
  loadProfileFile,
  loadProfiles,
  PROFILE_IDS,
  parseProfile,
} from './profile/load.ts';
export type { Agency, Profile } from './profile/profile.ts';
export type { ChannelEntry, DeadlineRule, ReportDuty, SectorRule, Source } from './profile/schema.ts';
export { route } from './routing/route.ts';
export { type ResolvedPlace, resolvePlace } from './unit/resolve.ts';
export { committeeId, type Unit } from './unit/unit.ts';
