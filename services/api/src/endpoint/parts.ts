import type { Identity } from '@lamro/access';
import type { Casework } from '@lamro/casework';
import type { Pool } from '@lamro/database';
import type { BlobStore, Clock } from '@lamro/domain';
import type { Profile, WorkCalendar } from '@lamro/profiles';

/** What the API is given; it opens nothing by itself. */
export interface ApiParts {
  readonly pool: Pool;
  readonly identity: Identity;
  readonly casework: Casework;
  /** The profile of a province; throws for one that this installation does not hold. */
  readonly profiles: (id: string) => Profile;
  readonly calendar: WorkCalendar;
  readonly clock: Clock;
  readonly blobStore: BlobStore;
  /** Origin at which people reach the desk: a session is taken from no other. */
  readonly baseUrl: string;
  /** Calls that one caller may make in a minute. */
  readonly callsPerMinute?: number;
  /** Called with what nobody foresaw, under the request's id. */
  readonly onError?: (error: unknown, requestId: string) => void;
}
