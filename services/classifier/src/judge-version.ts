import type { RelatedItem } from '@lamro/analysis';
import {
  failJudging,
  findOtherTellings,
  findVersion,
  insertClaims,
  insertJudgement,
  insertSignals,
  insertTranslation,
  inTransaction,
  listItem,
  markVersionJudged,
  type Queryable,
  raiseFlag,
  type TellingRow,
  type VersionRow,
} from '@lamro/database';
import type { PressItem } from '@lamro/domain';
import { note } from '@lamro/runtime';
import type { ClassifierContext } from './classifier.ts';
import type { ModelReading } from './models.ts';

/** Changes when the same text would be judged differently. */
const CLASSIFIER_VERSION = 'analysis-1';
const QUARANTINE_AFTER = 5;
const TELLINGS_COMPARED = 12;

/**
 * Judges a version: relevance, story, claims, signals, and a flag where evidence calls for one. All of it is written in one
 * transaction, so that a worker that dies leaves the version as it was, still to be judged.
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

type Fate = 'irrelevant' | 'relevant' | 'flagged' | 'already-judged';

async function judge(context: ClassifierContext, version: VersionRow): Promise<Fate> {
  const province = context.judgeOf(version.profile);
  const item = itemOf(version);
  const { relevance } = province.relevance(item);
  // Models take their time, so they are asked before the transaction, and only about what concerns the province.
  const reading = relevance.relevant ? await context.models.read(item, await province.pairs(item)) : null;
  return inTransaction(context.pool, async (client) => {
    const ids = { profile: version.profile, articleId: version.article_id, versionId: version.id };
    // What does not concern the province opens no story: stories are what people read.
    const storyId =
      reading === null ? null : await placeInStory(context, client, version, item, relevance.mentions, reading);
    const related = storyId === null ? [] : await relatedOf(client, storyId, version);
    const weights = await province.weights();
    const judgement = await province.judge(item, { related, entailment: reading?.entailment ?? null, weights });
    note({
      profile: version.profile,
      articleId: version.article_id,
      language: version.language,
      storyId,
      signals: judgement.signals.length,
      claims: judgement.claims.length,
      flagScore: judgement.flag.score,
    });
    const classifierVersion = [CLASSIFIER_VERSION, `weights@${weights.version}`, ...(reading?.models ?? [])].join('+');
    const fresh = await insertJudgement(client, { ...ids, classifierVersion }, judgement);
    if (!fresh) return 'already-judged';
    await listItem(client, version.id);
    await keepTranslation(client, ids, reading);
    await insertClaims(client, ids, judgement.claims);
    await insertSignals(client, ids, judgement.signals);
    if (judgement.flag.raised) {
      await raiseFlag(client, {
        ...ids,
        storyId,
        score: judgement.flag.score,
        verdictSuggestion: judgement.verdictSuggestion,
      });
    }
    await markVersionJudged(client, version.id);
    if (judgement.flag.raised) return 'flagged';
    return judgement.relevance.relevant ? 'relevant' : 'irrelevant';
  });
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

async function relatedOf(client: Queryable, storyId: string, version: VersionRow): Promise<RelatedItem[]> {
  const tellings = await findOtherTellings(client, { storyId, except: version.article_id, limit: TELLINGS_COMPARED });
  return tellings.map((telling) => ({ item: itemOfTelling(telling), sameStory: true }));
}

function itemOf(version: VersionRow): PressItem {
  return {
    id: version.article_id,
    url: version.url,
    title: version.title,
    text: version.body,
    language: version.language,
    publishedAt: (version.published_at ?? version.first_seen_at).toISOString(),
    outletCountry: version.country,
  };
}

function itemOfTelling(telling: TellingRow): PressItem {
  return {
    id: telling.article_id,
    url: telling.url,
    title: telling.title,
    text: telling.body,
    language: telling.language,
    publishedAt: (telling.published_at ?? telling.first_seen_at).toISOString(),
    outletCountry: telling.country,
  };
}
