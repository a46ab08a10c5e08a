import type { Identity } from '@lamro/access';
import type { LetterKind } from '@lamro/briefing';
import type { Casework } from '@lamro/casework';
import type { Pool } from '@lamro/database';
import type { BlobStore, Clock } from '@lamro/domain';
import type { Profile } from '@lamro/profiles';

/** What the desk is given; it opens nothing by itself. */
export interface DeskOptions {
  readonly pool: Pool;
  readonly identity: Identity;
  readonly casework: Casework;
  /** The profile of a province; throws for one that this installation does not hold. */
  readonly profiles: (id: string) => Profile;
  readonly clock: Clock;
  /** Signs form tokens; at least 32 characters, the same on every machine that serves the desk. */
  readonly secret: string;
  /** Origin at which people reach the desk, e.g. `http://127.0.0.1:8080`; cookies are `Secure` where it is https. */
  readonly baseUrl: string;
  /** Where files of briefings and archived copies lie; without one those pages say that the store is not connected. */
  readonly blobStore?: BlobStore;
  /** The operator's own Word file for a document of a case; null where ours is used. */
  readonly letterTemplate?: (kind: LetterKind) => Promise<Uint8Array | null>;
  /** The province whose clarifications everybody may read at /cong-khai; absent: there are no such pages. */
  readonly publicPages?: { readonly profile: string };
  /** Set while the installation runs on the invented newsroom: shown on every page, with where the accounts are written. */
  readonly sampleMode?: { readonly accountsFile: string };
  /** Whether people may also come in by the office's own provider. */
  readonly singleSignOn?: boolean;
  /** Called with what no page foresaw, under the id that the person was shown. */
  readonly onError?: (error: unknown, id: string) => void;
}
