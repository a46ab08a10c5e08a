import type { SourceKind } from '@lamro/domain';
import { onlyRow, type Queryable } from '../../connection/connection.ts';

export interface SourceInput {
  readonly profile: string;
  readonly outletId: string;
  readonly kind: SourceKind;
  readonly url: string;
  readonly language: string;
  readonly country: string;
  readonly priority?: number;
  readonly verified?: boolean;
  readonly enabled?: boolean;
  readonly intervalSeconds?: number;
  readonly settings?: Readonly<Record<string, unknown>>;
}

/** Stores a source under its address within the profile; what the operator changed on an existing one is left alone. @returns its id */
export async function saveSource(db: Queryable, source: SourceInput): Promise<string> {
  const result = await db.query<{ id: string }>(
    `insert into sources (profile, outlet_id, kind, url, language, country, priority, verified, enabled, interval_seconds, settings)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
     on conflict (profile, url) do update set outlet_id = excluded.outlet_id
     returning id`,
    [
      source.profile,
      source.outletId,
      source.kind,
      source.url,
      source.language,
      source.country,
      source.priority ?? 5,
      source.verified ?? false,
      source.enabled ?? true,
      source.intervalSeconds ?? 900,
      JSON.stringify(source.settings ?? {}),
    ],
  );
  return onlyRow(result, `nguồn tin ${source.url}`).id;
}
