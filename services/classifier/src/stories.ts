import {
  COPY_RESEMBLANCE,
  candidateKeys,
  chooseStory,
  countedTerms,
  createTermStatistics,
  describeStory,
  embeddingKeys,
  JOIN_THRESHOLD,
  learnStatistics,
  resemblance,
  scorePair,
  storedFeatures,
  type TermStatistics,
} from '@lamro/analysis';
import {
  findRecentFeatures,
  findStoryCandidates,
  findStoryOf,
  insertStory,
  type Pool,
  placeInStory,
  type Queryable,
  readEmbedding,
  type StoredEmbedding,
  saveStoryFeatures,
} from '@lamro/database';
import type { PressItem } from '@lamro/domain';

/** Articles further apart than this are not held beside each other. */
const WITHIN_DAYS = 10;
const MOST_CANDIDATES = 48;
/** Newest articles from which a starting worker learns how rare terms are. */
const LEARN_FROM = 3_000;

export interface StoryBook {
  /** Puts an article into its story, or opens one, and returns the story's id. An article that has one keeps it. */
  place(db: Queryable, article: StoryArticle): Promise<string>;
}

export interface StoryArticle {
  readonly id: string;
  readonly profile: string;
  readonly item: PressItem;
  /** Codes of the gazetteer units that it mentions. */
  readonly places: readonly string[];
  readonly at: Date;
  readonly embedding: StoredEmbedding | null;
}

/** Stories kept in the ledger; what a worker keeps in memory is only the rarity of terms, learned again at each start. */
export async function openStoryBook(pool: Pool, profiles: readonly string[]): Promise<StoryBook> {
  const statistics = new Map<string, TermStatistics>();
  for (const profile of profiles) statistics.set(profile, await learn(pool, profile));
  const statisticsOf = (profile: string): TermStatistics => {
    const known = statistics.get(profile) ?? createTermStatistics();
    statistics.set(profile, known);
    return known;
  };
  return { place: (db, article) => place(db, article, statisticsOf(article.profile)) };
}

async function learn(pool: Pool, profile: string): Promise<TermStatistics> {
  return learnStatistics(await findRecentFeatures(pool, profile, LEARN_FROM));
}

async function place(db: Queryable, article: StoryArticle, statistics: TermStatistics): Promise<string> {
  const features = describeStory(article.item, article.places);
  const known = await findStoryOf(db, article.id);
  if (known === null) statistics.observe(countedTerms(features));
  const { embedding } = article;
  const keys = [...candidateKeys(features, statistics), ...(embedding === null ? [] : embeddingKeys(embedding.vector))];
  await saveStoryFeatures(db, {
    id: article.id,
    profile: article.profile,
    keys,
    features,
    seenAt: article.at,
    embedding,
  });
  if (known !== null) return known;
  const rows = await findStoryCandidates(db, {
    profile: article.profile,
    articleId: article.id,
    keys,
    seenAt: article.at,
    withinDays: WITHIN_DAYS,
    limit: MOST_CANDIDATES,
  });
  const choice = chooseStory(
    rows.map((row) => {
      const other = storedFeatures(row.features);
      return {
        article: row.article_id,
        story: row.story_id,
        duplicateOf: row.duplicate_of,
        score: scorePair(features, other, statistics, comparable(embedding, readEmbedding(row))),
        copy: resemblance(features.signature, other.signature) >= COPY_RESEMBLANCE,
      };
    }),
    JOIN_THRESHOLD,
  );
  const storyId =
    choice.story ?? (await insertStory(db, { profile: article.profile, title: article.item.title, at: article.at }));
  await placeInStory(db, {
    profile: article.profile,
    articleId: article.id,
    storyId,
    duplicateOf: choice.duplicateOf,
    score: choice.score,
    at: article.at,
  });
  return storyId;
}

function comparable(
  a: StoredEmbedding | null,
  b: StoredEmbedding | null,
): readonly [Float32Array, Float32Array] | undefined {
  return a === null || b === null || a.model !== b.model ? undefined : [a.vector, b.vector];
}
