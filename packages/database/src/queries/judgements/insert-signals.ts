import type { Signal } from '@lamro/domain';
import type { Queryable } from '../../connection/connection.ts';

/** Writes the signals of a version. Evidence names records by their external id and articles by their row. */
export async function insertSignals(
  db: Queryable,
  version: { profile: string; versionId: string },
  signals: readonly Signal[],
): Promise<void> {
  if (signals.length === 0) return;
  await db.query(
    `insert into signals (profile, article_version_id, kind, quote, span_start, span_end, record_id, evidence_article_id, evidence_quote, why, strength)
     select $1, $2, signal.kind, quote, span_start, span_end, record.id, evidence_article, evidence_quote, why, strength
     from unnest($3::text[], $4::text[], $5::int[], $6::int[], $7::text[], $8::bigint[], $9::text[], $10::text[], $11::real[])
       as signal (kind, quote, span_start, span_end, record_external, evidence_article, evidence_quote, why, strength)
     left join official_records record on record.profile = $1 and record.external_id = record_external`,
    [
      version.profile,
      version.versionId,
      signals.map((signal) => signal.kind),
      signals.map((signal) => signal.quote),
      signals.map((signal) => signal.start),
      signals.map((signal) => signal.end),
      signals.map((signal) => signal.evidence?.recordId ?? null),
      signals.map((signal) => signal.evidence?.articleId ?? null),
      signals.map((signal) => signal.evidence?.quote ?? null),
      signals.map((signal) => signal.why),
      signals.map((signal) => signal.strength),
    ],
  );
}
