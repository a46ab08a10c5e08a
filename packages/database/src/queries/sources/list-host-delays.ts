import type { Queryable } from '../../connection/connection.ts';

export interface HostDelay {
  readonly url: string;
  readonly delaySeconds: number;
}

/** The spacing that operators set for sources (`hostDelaySeconds` in their settings), with the address each applies to. */
export async function listHostDelays(db: Queryable): Promise<readonly HostDelay[]> {
  const { rows } = await db.query<HostDelay>(
    `select url, (settings->>'hostDelaySeconds')::double precision as "delaySeconds" from sources
     where enabled and jsonb_typeof(settings->'hostDelaySeconds') = 'number'`,
  );
  return rows;
}
