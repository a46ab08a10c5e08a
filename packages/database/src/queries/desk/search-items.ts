import type { Queryable } from '../../connection/connection.ts';
import { CONDITIONS, ITEM_COLUMNS, ITEM_JOINS, type ItemFilter, type ItemRow, valuesOf } from './view-items.ts';

export interface FoundRow extends ItemRow {
  /** Whether the tones match too, or only the letters beneath them. */
  readonly exact: boolean;
  /** Passage around the hits, with U+E000 and U+E001 around each of them. */
  readonly excerpt: string;
}

export interface SearchFilter extends Omit<ItemFilter, 'after'> {
  /** As typed: words, "phrases", -exclusions; Vietnamese with or without tones, Chinese, Japanese, Korean. */
  readonly text: string;
  readonly offset: number;
}

/**
 * Newest items that are looked through before an index is asked: a common word fills a page from them at once, while the index
 * would have to name and sort every item that holds it. What they do not fill is rare enough for the index.
 */
const LOOKED_THROUGH = 1_000;

/** A sign of exclusion stands before a word, not within one. */
const UNSPACED_RUN = /((?<=^|\s)-)?([\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]+)/gu;

/** Set apart by its neighbours' spaces it would read as a sign of exclusion. */
const HYPHEN_WITHIN = /(?<=\S)-+(?=[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af])/gu;

interface Asked {
  /** In the words of the index: pairs of characters where a script has no spaces. */
  readonly find: string;
  /** The same without any word order, which an index cannot tell: what it names is compared with `find` then, newest first. */
  readonly loose: string;
  /** In the words of a text that is shown: single characters that stand together. */
  readonly show: string;
}

function askedOf(text: string): Asked {
  const parts = text.replace(HYPHEN_WITHIN, ' ').split('"');
  const write = (outside: (sign: string, run: string) => string, inside: (part: string, index: number) => string) =>
    parts
      .map((part, index) =>
        index % 2 === 0
          ? part.replace(UNSPACED_RUN, (_, sign: string | undefined, run: string) => ` ${outside(sign ?? '', run)} `)
          : inside(part, index),
      )
      .join('');
  const quoted = (part: string) => `"${part.replace(UNSPACED_RUN, (_, _sign, run: string) => ` ${spaced(run)} `)}"`;
  const isExcluded = (index: number) => /(?:^|\s)-$/u.test(parts[index - 1] ?? '');
  const find = write((sign, run) => {
    if (run.length === 2) return `${sign}${run}`;
    return sign === '' ? `${pairsOf(run)} "${spaced(run)}"` : `${sign}"${spaced(run)}"`;
  }, quoted);
  const loose = write(
    (sign, run) => {
      if (sign !== '') return run.length === 2 ? `${sign}${run}` : '';
      return run.length === 1 ? run : pairsOf(run);
    },
    (part, index) =>
      isExcluded(index)
        ? ' '
        : ` ${part.replace(UNSPACED_RUN, (_, _sign, run: string) => ` ${pairsOf(run) || run} `)} `,
  );
  return { find, loose, show: write((sign, run) => `${sign}"${spaced(run)}"`, quoted) };
}

const spaced = (run: string) => [...run].join(' ');
const pairsOf = (run: string) => Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2)).join(' ');

/** Whether tones or other marks were typed: without any, one spelling is as good as another. */
const hasTones = (text: string) => /[\p{M}đĐ]/u.test(text.normalize('NFD'));

const ORDER = 'order by first_seen_at desc, article_id desc';

const IN_FILTER = `profile = $1 and (not $18::boolean or relevant) and ${CONDITIONS}`;

/** Everything that an index names for the words of `asked`, while what was found before is fewer than a page. */
const named = (column: string, asked: string, before: readonly string[]) => `
  select article_id, first_seen_at from items page where ${IN_FILTER} and ${column} @@ (select ${asked}_loose from asked)
    ${before.map((found) => `and (select count(*) from ${found}) < $19`).join(' ')} offset 0`;

/** The newest of `from` whose words also stand as asked; where order was asked for, one is compared after the other. */
const newestOf = (from: string, exact: boolean, column: string, asked: string, ordered: boolean) => `
  select article_id, first_seen_at, ${exact} as exact from (select * from ${from} every ${ORDER} offset 0) one
  ${ordered ? `where (select i.${column} @@ (select ${asked} from asked) from items i where i.article_id = one.article_id)` : ''}
  limit $19`;

/** Statement parts for one way of matching. */
const among = (column: string, asked: string, ordered: boolean) => `
  newest as materialized (
    select article_id, first_seen_at, true as exact from (
      select article_id, first_seen_at, ${column} from items page where ${IN_FILTER} ${ORDER} limit ${LOOKED_THROUGH}) recent
    where ${column} @@ (select ${asked} from asked) ${ORDER} limit $19),
  same_named as materialized (${named(column, asked, ['newest'])}),
  same_tones as materialized (${newestOf('same_named', true, column, asked, ordered)})`;

const foundToned = (ordered: boolean) => `${among('search_exact', 'exact', ordered)},
  other_named as materialized (
    select * from (${named('search_toneless', 'toneless', ['newest', 'same_tones'])}) every
    where article_id not in (select article_id from same_tones)),
  other_tones as materialized (${newestOf('other_named', false, 'search_toneless', 'toneless', ordered)}),
  found as (select * from newest where (select count(*) from newest) >= $19
    union all select * from same_tones union all select * from other_tones)`;

const foundToneless = (ordered: boolean) => `${among('search_toneless', 'toneless', ordered)},
  found as (select * from newest where (select count(*) from newest) >= $19 union all select * from same_tones)`;

/** Items whose newest judged version holds the words, those with the same tones first, newest first within each. */
export async function searchItems(db: Queryable, filter: SearchFilter): Promise<readonly FoundRow[]> {
  const text = filter.text.normalize('NFC');
  const { find, loose, show } = askedOf(text);
  const ordered = find.includes('"');
  const { rows } = await db.query<FoundRow>(
    `with asked as materialized (
       select websearch_to_tsquery('simple', $20) as exact, websearch_to_tsquery('simple', fold_tones($20)) as toneless,
         websearch_to_tsquery('simple', $24) as exact_loose, websearch_to_tsquery('simple', fold_tones($24)) as toneless_loose,
         websearch_to_tsquery('simple', $21) as shown_exact, websearch_to_tsquery('simple', fold_tones($21)) as shown_toneless),
     ${hasTones(text) ? foundToned(ordered) : foundToneless(ordered)},
     chosen as materialized (
       select * from found order by exact desc, first_seen_at desc, article_id desc limit $22 offset $23)
     select ${ITEM_COLUMNS}, r.article_id is null as unread, chosen.exact,
       ts_headline('simple', search_text(left(v.title || ' — ' || v.body, 20000)),
         case when chosen.exact then asked.shown_exact else asked.shown_toneless end,
         'StartSel=' || chr(57344) || ', StopSel=' || chr(57345) || ', MaxFragments=2, MaxWords=28, MinWords=12') as excerpt
     from chosen cross join asked
     join articles a on a.id = chosen.article_id
     ${ITEM_JOINS}
     left join article_reads r on r.article_id = a.id and r.reader_id = $2
     order by chosen.exact desc, a.first_seen_at desc, a.id desc`,
    [
      ...valuesOf({ ...filter, after: null }),
      filter.relevantOnly,
      filter.offset + filter.limit,
      find,
      show,
      filter.limit,
      filter.offset,
      loose,
    ],
  );
  return rows;
}
