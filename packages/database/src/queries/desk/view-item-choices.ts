import type { Queryable } from '../../connection/connection.ts';

export interface ItemChoices {
  readonly outlets: readonly { readonly id: string; readonly name: string }[];
  readonly languages: readonly string[];
  readonly countries: readonly string[];
}

/** What the stream can be filtered by: outlets of the province's watch, their languages and countries. */
export async function viewItemChoices(db: Queryable, profile: string): Promise<ItemChoices> {
  const { rows } = await db.query<{ id: string; name: string; language: string; country: string }>(
    'select id, name, language, country from outlets where profile = $1 order by name',
    [profile],
  );
  return {
    outlets: rows.map(({ id, name }) => ({ id, name })),
    languages: [...new Set(rows.map((row) => row.language))].sort(),
    countries: [...new Set(rows.map((row) => row.country))].sort(),
  };
}
