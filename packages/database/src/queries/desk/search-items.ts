import type { Queryable } from '../../connection/connection.ts';
import { ITEM_COLUMNS, ITEM_JOINS, type ItemRow } from './view-items.ts';

export interface FoundRow extends ItemRow {
  /** Whether the tones match too, or only the letters beneath them. */
  readonly exact: boolean;
  /** Passage around the hits, with U+E000 and U+E001 around each of them. */
  readonly excerpt: string;
}

export interface SearchFilter {
  readonly profile: string;
  readonly reader: string;
  /** As typed: words, "phrases", -exclusions; Vietnamese with or without tones, Chinese, Japanese, Korean. */
  readonly text: string;
  readonly relevantOnly: boolean;
  readonly offset: number;
  readonly limit: number;
}

/** Newest versions that one search looks at, for each way of matching: a word of every article must not cost them all. */
const MOST_FOUND = 2_000;

const UNSPACED_RUN = /[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]{2,}/gu;

/** Each character of a script without spaces is a word of its own in the index: a run of them must stand together. */
function quoteRuns(text: string): string {
  return text
    .split('"')
    .map((part, index) => (index % 2 === 0 ? part.replace(UNSPACED_RUN, '"$&"') : part))
    .join('"');
}

/** Items whose current version holds the words, those with the same tones first, newest first within each. */
export async function searchItems(db: Queryable, filter: SearchFilter): Promise<readonly FoundRow[]> {
  const { rows } = await db.query<FoundRow>(
    `with asked as materialized (
       select websearch_to_tsquery('simple', search_text($3)) as exact,
         websearch_to_tsquery('simple', fold_tones(search_text($3))) as toneless),
     found as (
       (select v.id as version_id, v.article_id, true as exact from article_versions v
        where v.profile = $1 and v.search_toneless @@ (select toneless from asked) and v.search_exact @@ (select exact from asked)
        order by v.id desc limit $7)
       union all
       (select v.id, v.article_id, false from article_versions v
        where v.profile = $1 and v.search_toneless @@ (select toneless from asked) and not v.search_exact @@ (select exact from asked)
        order by v.id desc limit $7)),
     page as materialized (
       select a.id, found.exact from found join articles a on a.id = found.article_id and a.current_version_id = found.version_id
       left join judgements j on j.article_version_id = found.version_id
       where not $4::boolean or j.relevant
       order by found.exact desc, a.first_seen_at desc, a.id desc limit $5 offset $6)
     select ${ITEM_COLUMNS}, r.article_id is null as unread, page.exact,
       ts_headline('simple', search_text(left(v.title || ' — ' || v.body, 20000)), case when page.exact then asked.exact else asked.toneless end,
         'StartSel=' || chr(57344) || ', StopSel=' || chr(57345) || ', MaxFragments=2, MaxWords=28, MinWords=12') as excerpt
     from page cross join asked
     join articles a on a.id = page.id
     ${ITEM_JOINS}
     left join article_reads r on r.article_id = a.id and r.reader_id = $2
     order by page.exact desc, a.first_seen_at desc, a.id desc`,
    [
      filter.profile,
      filter.reader,
      quoteRuns(filter.text.normalize('NFC')),
      filter.relevantOnly,
      filter.limit,
      filter.offset,
      MOST_FOUND,
    ],
  );
  return rows;
}
