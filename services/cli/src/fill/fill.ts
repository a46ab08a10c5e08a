import { candidateKeys, describeStory, learnStatistics } from '@lamro/analysis';
import {
  type FeaturelessArticle,
  findArticlesWithoutFeatures,
  findArticlesWithoutPlaces,
  findRecentFeatures,
  findVersionsWithoutPicture,
  inTransaction,
  type MissingPage,
  type MissingPart,
  type Pool,
  renewFeatures,
  saveItemPlaces,
  saveLeadPicture,
  saveStoryFeatures,
} from '@lamro/database';
import { mentionSchema } from '@lamro/domain';
import { pictureDate, pictureKey } from '@lamro/press';
import { z } from 'zod';

/** A province whose stored articles are filled in. */
export interface Province {
  readonly profile: string;
  /** Name under which units of the gazetteer meet, by code; null for what is no place below the province. */
  readonly placeName: (code: string) => string | null;
  readonly placeCodes: readonly string[];
}

/** Fills in a batch in one transaction. @returns ids of what was filled in, from the newest to the oldest; none when nothing is left */
export type Fill = (page: MissingPage) => Promise<readonly string[]>;

/** How each part is made from what is stored: nothing is judged, nothing is fetched. */
export const FILL: Readonly<Record<MissingPart, (pool: Pool, province: Province) => Fill | Promise<Fill>>> = {
  pictures: fillPictures,
  places: fillPlaces,
  features: fillFeatures,
};

/** By the address alone, which is what later articles are compared by; what stood under the picture is not read again. */
function fillPictures(pool: Pool): Fill {
  return (page) =>
    inTransaction(pool, async (db) => {
      const versions = await findVersionsWithoutPicture(db, page);
      for (const { id: versionId, address } of versions)
        await saveLeadPicture(db, {
          versionId,
          key: pictureKey(address),
          address,
          caption: null,
          dated: pictureDate(address),
        });
      return versions.map(({ id }) => id);
    });
}

const mentions = z.array(mentionSchema);

function unitsIn(found: unknown): string[] {
  return mentions.parse(found).map(({ unit }) => unit);
}

/** From the mentions that the judgement found. */
function fillPlaces(pool: Pool, { profile, placeName, placeCodes }: Province): Fill {
  return (page) =>
    inTransaction(pool, async (db) => {
      const articles = await findArticlesWithoutPlaces(db, page, placeCodes);
      for (const { id: articleId, mentions: found, at } of articles) {
        const places = [...new Set(unitsIn(found).flatMap((unit) => placeName(unit) ?? []))];
        await saveItemPlaces(db, { profile, articleId, places, at });
      }
      return articles.map(({ id }) => id);
    });
}

/** Articles from which it is learnt how rare terms are. */
const LEARN_FROM = 3_000;

/** From the stored text. An article keeps its story; it is only found and compared by what newer ones are. */
async function fillFeatures(pool: Pool, { profile }: Province): Promise<Fill> {
  const rarity = learnStatistics(await findRecentFeatures(pool, profile, LEARN_FROM));
  return (page) =>
    inTransaction(pool, async (db) => {
      const articles = await findArticlesWithoutFeatures(db, page);
      for (const article of articles) {
        const features = describeStory(itemOf(article), unitsIn(article.mentions));
        const { id } = article;
        const seenAt = article.published_at ?? article.first_seen_at;
        if (article.partly) await renewFeatures(db, id, features);
        else
          await saveStoryFeatures(db, {
            id,
            profile,
            keys: candidateKeys(features, rarity),
            features,
            seenAt,
            embedding: null,
          });
      }
      return articles.map(({ id }) => id);
    });
}

function itemOf(article: FeaturelessArticle) {
  const { id, url, title, body, language, country } = article;
  const published = article.published_as_printed ?? (article.published_at ?? article.first_seen_at).toISOString();
  return { id, url, title, text: body, language, publishedAt: published, outletCountry: country };
}
