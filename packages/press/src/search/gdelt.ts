import { z } from 'zod';
import { parseDate } from '../date/parse.ts';
import { FeedError } from '../feed/feed.ts';
import { collapse } from '../markup/plain.ts';
import { countryCode, languageCode } from './names.ts';

export interface GdeltArticle {
  readonly url: string;
  readonly title: string;
  /** When GDELT saw it, UTC: not when it was published. */
  readonly seenAt: string | null;
  readonly domain: string | null;
  /** ISO 639-1, or null where the name is not known. */
  readonly language: string | null;
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null;
  readonly image: string | null;
}

const text = z.string().nullish().catch(null);
const articleSchema = z.object({
  url: z.url(),
  title: text,
  seendate: text,
  socialimage: text,
  domain: text,
  language: text,
  sourcecountry: text,
});
const answerSchema = z.object({ articles: z.array(z.unknown()).default([]) });

/**
 * Reads an answer of the GDELT DOC 2.0 interface (`mode=artlist&format=json`). Articles without a usable address are left out.
 *
 * @throws {FeedError} `refused-by-server` with GDELT's own words when it answers in plain text, as it does to queries it dislikes
 */
export function parseGdelt(answer: string): GdeltArticle[] {
  const trimmed = answer.replaceAll('\ufeff', '').trim();
  if (trimmed === '') throw new FeedError('empty');
  if (!trimmed.startsWith('{')) throw new FeedError('refused-by-server', trimmed);
  const parsed = answerSchema.safeParse(parseLoosely(trimmed));
  if (!parsed.success) throw new FeedError('not-a-feed', trimmed);
  return parsed.data.articles.flatMap((each) => {
    const article = articleSchema.safeParse(each);
    return article.success && /^https?:/i.test(article.data.url) ? [readArticle(article.data)] : [];
  });
}

function readArticle(article: z.infer<typeof articleSchema>): GdeltArticle {
  return {
    url: article.url,
    title: collapse(article.title ?? ''),
    seenAt: parseDate(article.seendate ?? ''),
    domain: article.domain || null,
    language: languageCode(article.language ?? ''),
    country: countryCode(article.sourcecountry ?? ''),
    image: article.socialimage || null,
  };
}

/** GDELT lets control characters and stray backslashes of titles through. */
function parseLoosely(json: string): unknown {
  for (const attempt of [
    json,
    json.replace(/[\u0000-\u001f]/g, ' '),
    json.replace(/[\u0000-\u001f]/g, ' ').replace(/\\(?!["\\/bfnrtu])/g, '\\\\'),
  ]) {
    try {
      return JSON.parse(attempt);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
    }
  }
  return null;
}
