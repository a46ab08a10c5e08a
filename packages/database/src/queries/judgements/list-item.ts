import type { Queryable } from '../../connection/connection.ts';

/**
 * Writes what the stream and the search show of a judged version, in the transaction of its judgement. A judgement that
 * comes late, when a newer version of the article was already judged, changes nothing.
 */
export async function listItem(db: Queryable, versionId: string): Promise<void> {
  await db.query(
    `insert into items (article_id, version_id, profile, first_seen_at, origin, language, country, outlet_id, relevant,
       sectors, places, search_exact, search_toneless, rule_set)
     select a.id, v.id, a.profile, a.first_seen_at, a.origin, v.language, o.country, a.outlet_id, j.relevant,
       array(select s ->> 'id' from jsonb_array_elements(j.sectors) s),
       array(select p ->> 'code' from jsonb_array_elements(j.places) p),
       to_tsvector('simple', words), to_tsvector('simple', fold_tones(words)), j.rule_set
     from judgements j join article_versions v on v.id = j.article_version_id
     join articles a on a.id = v.article_id join outlets o on o.id = a.outlet_id
     -- Longer texts would pass the size limit of a search vector.
     cross join lateral search_words(left(v.title || ' ' || v.body, 100000)) words
     where j.article_version_id = $1
     on conflict (article_id) do update set version_id = excluded.version_id, language = excluded.language,
       country = excluded.country, relevant = excluded.relevant, sectors = excluded.sectors, places = excluded.places,
       search_exact = excluded.search_exact, search_toneless = excluded.search_toneless,
       rule_set = excluded.rule_set
     where items.version_id <= excluded.version_id`,
    [versionId],
  );
}
