import { candidateKeys, countedTerms, createTermStatistics, describeStory, type StoryFeatures } from '@lamro/analysis';
import type { Pool, Queryable } from '@lamro/database';
import { emit } from '@lamro/newsroom';
import { drawStory, type StoryDrawing, varyStory } from '../drawn-story.ts';
import { randomOf } from './texts.ts';

const CHUNK = 10_000;
const TABLES = ['story_features', 'item_places'] as const;

export interface StoryFillOptions {
  readonly pool: Pool;
  readonly profile: string;
  /** Name under which a place of the gazetteer is met, by its code. */
  readonly placeName: (code: string) => string | null;
  readonly say: (line: string) => void;
}

/**
 * Gives the articles of a filled ledger that concern the province what stories and neighbours are found by: features drawn as those of
 * news, of which the frequent words, names and notions are those of the sample press, with the keys that the classifier takes of them.
 */
export async function fillStories(options: StoryFillOptions): Promise<void> {
  const { pool, say } = options;
  const client = await pool.connect();
  try {
    await client.query(
      "set session_replication_role = replica; set maintenance_work_mem = '1GB'; set synchronous_commit = off; set statement_timeout = 0",
    );
    const indexes = await dropIndexes(client);
    const write = createWriter(options);
    const last = await client.query<{ id: string }>('select max(id) as id from articles');
    const most = Number(last.rows[0]?.id);
    for (let from = 1; from <= most; from += CHUNK) {
      await write(client, from, Math.min(most, from + CHUNK - 1));
      if ((from - 1) % (5 * CHUNK) === 0) say(`features of articles from ${from} on`);
    }
    for (const index of indexes) await client.query(index);
    await client.query('set session_replication_role = origin');
    for (const table of TABLES) await client.query(`vacuum (analyze) ${table}`);
    say('features indexed and analysed');
  } finally {
    client.release(true);
  }
}

async function dropIndexes(client: Queryable): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
     from pg_index i where i.indrelid = any($1::regclass[]) and not i.indisunique and not i.indisprimary`,
    [TABLES],
  );
  for (const { name } of rows) await client.query(`drop index ${name}`);
  return rows.map(({ definition }) => definition);
}

interface StoredArticle {
  readonly id: string;
  readonly language: string;
  readonly at: Date;
  readonly places: string[];
}

type Write = (client: Queryable, from: number, to: number) => Promise<void>;

/** Articles follow each other by three in a story, as the ledger was filled. */
function createWriter({ profile, placeName }: StoryFillOptions): Write {
  const random = randomOf(3);
  const drawing = { random, ...sampleVocabulary() };
  const statistics = createTermStatistics();
  let story: { readonly of: number; readonly features: StoryFeatures } | undefined;
  const featuresOf = ({ id, language, at, places }: StoredArticle): StoryFeatures => {
    const matter = { language, day: Math.floor(at.getTime() / 86_400_000), places };
    const of = Math.floor(Number(id) / 3);
    if (story?.of !== of) story = { of, features: drawStory(drawing, matter) };
    return { ...varyStory(drawing, story.features), ...matter };
  };
  return async (client, from, to) => {
    const { rows } = await client.query<StoredArticle>(
      `select v.article_id as id, v.language, v.published_at as at, array(select p ->> 'code' from jsonb_array_elements(j.places) p) as places
       from judgements j join article_versions v on v.id = j.article_version_id
       where j.relevant and v.article_id between $1 and $2 order by v.article_id`,
      [from, to],
    );
    const lines = rows.map((article) => {
      const features = featuresOf(article);
      statistics.observe(countedTerms(features));
      return { features: JSON.stringify(features), keys: `{${candidateKeys(features, statistics).join()}}` };
    });
    const ids = rows.map(({ id }) => id);
    const times = rows.map(({ at }) => at);
    await client.query(
      `insert into story_features (article_id, profile, keys, features, seen_at)
       select id, $1, keys::bigint[], features::jsonb, at from unnest($2::bigint[], $3::text[], $4::text[], $5::timestamptz[]) t(id, keys, features, at)`,
      [profile, ids, lines.map(({ keys }) => keys), lines.map(({ features }) => features), times],
    );
    const named = rows.flatMap(({ id, at, places }) =>
      [...new Set(places.flatMap((code) => placeName(code) ?? []))].map((place) => ({ id, at, place })),
    );
    await client.query(
      `insert into item_places (article_id, profile, place, at)
       select id, $1, place, at from unnest($2::bigint[], $3::text[], $4::timestamptz[]) t(id, place, at)`,
      [profile, named.map(({ id }) => id), named.map(({ place }) => place), named.map(({ at }) => at)],
    );
  };
}

/** The words and notions of the sample press, the most frequent first; rarer words are nobody's. */
function sampleVocabulary(): Pick<StoryDrawing, 'termOf' | 'concepts'> {
  const described = emit(new Date()).articles.map((article) => describeStory(article));
  const terms = byFrequency(described.flatMap((features) => features.terms.map(([term]) => term)));
  const concepts = byFrequency(described.flatMap((features) => features.concepts));
  return { termOf: (rank) => terms[rank - 1] ?? (rank * 2_654_435_761) >>> 0, concepts };
}

function byFrequency<Kind>(all: readonly Kind[]): Kind[] {
  return [...Map.groupBy(all, (one) => one)].sort((a, b) => b[1].length - a[1].length).map(([one]) => one);
}
