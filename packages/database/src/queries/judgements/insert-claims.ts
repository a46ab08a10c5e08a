import type { Claim } from '@lamro/domain';
import type { Queryable } from '../../connection/connection.ts';

/** Writes the checkable claims of a version. */
export async function insertClaims(
  db: Queryable,
  version: { profile: string; versionId: string },
  claims: readonly Claim[],
): Promise<void> {
  if (claims.length === 0) return;
  await db.query(
    `insert into claims (profile, article_version_id, quote, span_start, span_end, kind)
     select $1, $2, quote, span_start, span_end, kind
     from unnest($3::text[], $4::int[], $5::int[], $6::text[]) as claim (quote, span_start, span_end, kind)`,
    [
      version.profile,
      version.versionId,
      claims.map((claim) => claim.quote),
      claims.map((claim) => claim.start),
      claims.map((claim) => claim.end),
      claims.map((claim) => claim.kind),
    ],
  );
}
