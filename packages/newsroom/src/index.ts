export {
  type Article,
  type Change,
  composeEdition,
  type Edition,
  type OfficialRecord,
  type Outlet,
  plannedOrigin,
} from './edition/edition.ts';
export { type Emission, type EmittedArticle, emit, mutateBySeed, writeEmission } from './emission/emission.ts';
export { profileIds } from './outlet/outlets.ts';
export { randomFor } from './random/random.ts';
export type { Step } from './server/issue.ts';
export { type Newsroom, type NewsroomOptions, type ServedOutlet, startNewsroom } from './server/newsroom.ts';
export type { SourceDefinition } from './server/sources.ts';
export type { Citation } from './truth/leads.ts';
export { findLeaks, type Leak } from './truth/leak-check.ts';
export { type TrueArticle, type TrueClaim, truthOf, type Verdict } from './truth/truth.ts';
