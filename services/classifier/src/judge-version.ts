import { type FlagWeights, RULES_VERSION, ruleSetVersion } from '@lamro/analysis';
import {
  failJudging,
  findVersion,
  insertTranslation,
  inTransaction,
  type JudgedBy,
  lockStandingJudgement,
  type Queryable,
  saveItemPlaces,
  type VersionRow,
} from '@lamro/database';
import type { PressItem } from '@lamro/domain';
import { note } from '@lamro/runtime';
import type { ClassifierContext } from './classifier.ts';
import type { ModelReading } from './models.ts';
import { leadPictureOf } from './pictures.ts';
import { publishedOf, relatedTo } from './related.ts';
import { writeJudgement } from './write-judgement.ts';

const QUARANTINE_AFTER = 5;

/**
 * Judges a version that waits, for the first time or anew: relevance, story, claims, signals, and a flag where evidence calls for
 * one. All of it is written in one transaction, so that a worker that dies leaves the version as it was, still to be judged.
 */
export async function judgeVersion(context: ClassifierContext, versionId: string): Promise<void> {
  const version = await findVersion(context.pool, versionId);
  if (version === null || version.judged_at !== null) return;
  try {
    context.count(await judge(context, version));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    await failJudging(context.pool, { versionId, reason, quarantineAfter: QUARANTINE_AFTER });
    context.count(version.judge_attempts + 1 >= QUARANTINE_AFTER ? 'quarantined' : 'failed');
    throw error;
  }
}

type Fate = 'irrelevant' | 'relevant' | 'flagged' | 'already-judged' | 'judged-anew';

async function judge(context: ClassifierContext, version: VersionRow): Promise<Fate> {
  const province = context.judgeOf(version.profile);
  const item = itemOf(version);
  const { relevance } = province.relevance(item);
  // Models take their time, so they are asked before the transaction, and only about what concerns the province.
  const reading = relevance.relevant ? await context.models.read(item, await province.pairs(item)) : null;
  return inTransaction(context.pool, async (client) => {
    const standing = await lockStandingJudgement(client, version.id);
    if (!standing.waiting) return 'already-judged';
    const ids = { profile: version.profile, articleId: version.article_id, versionId: version.id };
    // What does not concern the province opens no story: stories are what people read.
    const storyId =
      reading === null ? null : await placeInStory(context, client, version, item, relevance.mentions, reading);
    const at = version.published_at ?? version.first_seen_at;
    const telling = storyId === null ? null : { ...ids, storyId, at, mentions: relevance.mentions };
    const related = telling === null ? [] : await relatedTo(client, telling, province.placeName);
    // An article that no longer concerns the province is no neighbour of later ones.
    if (telling === null && standing.judgement !== null) await saveItemPlaces(client, { ...ids, places: [], at });
    const weights = await province.weights();
    const picture = storyId === null ? null : await leadPictureOf(client, version.id, storyId);
    const entailment = reading?.entailment ?? null;
    const judgement = await province.judge(item, { related, picture, entailment, weights });
    note({
      profile: version.profile,
      articleId: version.article_id,
      language: version.language,
      storyId,
      signals: judgement.signals.length,
      claims: judgement.claims.length,
      flagScore: judgement.flag.score,
    });
    await keepTranslation(client, ids, reading);
    const by = judgedBy(weights, reading?.models ?? []);
    const outcome = await writeJudgement(client, { ...ids, storyId }, by, standing, judgement);
    note({ outcomeOfFlag: outcome });
    if (standing.judgement !== null) return 'judged-anew';
    if (judgement.flag.raised) return 'flagged';
    return judgement.relevance.relevant ? 'relevant' : 'irrelevant';
  });
}

function judgedBy(weights: FlagWeights, models: readonly string[]): JudgedBy {
  const classifierVersion = [`analysis-${RULES_VERSION}`, `weights@${weights.version}`, ...models].join('+');
  return { classifierVersion, ruleSet: ruleSetVersion(weights), models };
}

async function keepTranslation(
  client: Queryable,
  ids: { profile: string; versionId: string },
  reading: ModelReading | null,
): Promise<void> {
  if (reading === null || reading.translation === null) return;
  const { model, title, body, language, risks } = reading.translation;
  await insertTranslation(client, { ...ids, language, by: { kind: 'machine', model }, title, body, risks });
}

function placeInStory(
  context: ClassifierContext,
  client: Queryable,
  version: VersionRow,
  item: PressItem,
  mentions: readonly { unit: string }[],
  { embedding }: ModelReading,
): Promise<string> {
  return context.stories.place(client, {
    id: version.article_id,
    profile: version.profile,
    item,
    places: mentions.map((mention) => mention.unit),
    at: version.published_at ?? version.first_seen_at,
    embedding,
  });
}

function itemOf(version: VersionRow): PressItem {
  return {
    id: version.article_id,
    url: version.url,
    title: version.title,
    text: version.body,
    language: version.language,
    publishedAt: publishedOf(version),
    outletCountry: version.country,
  };
}
