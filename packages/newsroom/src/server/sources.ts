import type { Edition } from '../edition/edition.ts';
import { type FeedKind, isoLanguage } from '../outlet/outlet.ts';
import { profileIds } from '../outlet/outlets.ts';

/** One source as a profile registers it. */
export interface SourceDefinition {
  id: string;
  outlet: string;
  name: string;
  kind: FeedKind | 'portal';
  url: string;
  /** ISO 639-1. */
  language: string;
  country: string;
  /** A portal's records as NDJSON and its statistics as CSV. */
  recordsUrl?: string;
  statisticsUrl?: string;
}

/** The sources of every profile: all outlets serve all five, each official portal its own profile. */
export function sourcesOf(edition: Edition): Record<string, SourceDefinition[]> {
  return Object.fromEntries(
    profileIds.map((profile) => [
      profile,
      edition.outlets
        .filter((outlet) => outlet.official === undefined || outlet.official === profile)
        .map((outlet) => ({
          id: `${profile}-${outlet.id}`,
          outlet: outlet.id,
          name: outlet.name,
          kind: outlet.official === undefined ? outlet.feed : 'portal',
          url: outlet.origin + outlet.feedPath,
          language: isoLanguage(outlet.tongue),
          country: outlet.country,
          ...(outlet.official === undefined
            ? {}
            : { recordsUrl: `${outlet.origin}/ho-so.ndjson`, statisticsUrl: `${outlet.origin}/so-lieu.csv` }),
        })),
    ]),
  );
}
