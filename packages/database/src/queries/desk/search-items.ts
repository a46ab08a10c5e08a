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
    `with asked as (
       select websearch_to_tsquery('simple', search_text($3)) as exact,
         websearch_to_tsquery('simple', fold_tones(search_text($3))) as toneless),
     found as (
       select v.id as version_id, v.search_exact @@ asked.exact as exact
       from article_versions v, asked
       where v.profile = $1 and v.search_toneless @@ asked.toneless)
     select ${ITEM_COLUMNS}, r.article_id is null as unread, found.exact,
       ts_headline('simple', search_text(left(v.title || ' — ' || v.body, 20000)), case when found.exact then asked.exact else asked.toneless end,
         'StartSel=' || chr(57344) || ', StopSel=' || chr(57345) || ', MaxFragments=2, MaxWords=28, MinWords=12') as excerpt
     from found cross join asked
     join articles a on a.current_version_id = found.version_id
     ${ITEM_JOINS}
     left join article_reads r on r.article_id = a.id and r.reader_id = $2
     where not $4::boolean or j.relevant
     order by found.exact desc, a.first_seen_at desc, a.id desc
     limit $5 offset $6`,
    [
      filter.profile,
      filter.reader,
      quoteRuns(filter.text.normalize('NFC')),
      filter.relevantOnly,
      filter.limit,
      filter.offset,
    ],
  );
  return rows;
}
