import type { Pool } from '@lamro/database';
import type { Clock } from '@lamro/domain';
import type { Procedure } from '../procedure/procedure.ts';

/** What every command works with. */
export interface Context {
  readonly pool: Pool;
  /** The procedure of a province. @throws for an id that is not loaded */
  readonly procedure: (profile: string) => Procedure;
  readonly clock: Clock;
}
