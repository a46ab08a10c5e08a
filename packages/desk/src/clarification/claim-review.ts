import { z } from 'zod';
import { frameOf, issuerOf, type Site, type Telling } from './site.ts';

const organisation = z.object({
  '@type': z.enum(['GovernmentOrganization', 'NewsMediaOrganization']),
  name: z.string().min(1),
  url: z.url().optional(),
  description: z.string().min(1).optional(),
});

/**
 * A review of a claim by schema.org with everything that search engines ask of one: `claimReviewed`, `reviewRating` with a name
 * and a value within its bounds, `url`, and an `author`. That the author is a party to the matter stands in the data too.
 */
export const claimReviewSchema = z.object({
  '@context': z.literal('https://schema.org'),
  '@type': z.literal('ClaimReview'),
  url: z.url(),
  inLanguage: z.string().min(2),
  datePublished: z.iso.datetime(),
  claimReviewed: z.string().min(1),
  name: z.string().min(1),
  description: z.string().min(1),
  reviewBody: z.string().min(1),
  author: organisation.required({ description: true }),
  publisher: organisation,
  reviewRating: z.object({
    '@type': z.literal('Rating'),
    ratingValue: z.number().int().min(1).max(5),
    worstRating: z.literal(1),
    bestRating: z.literal(5),
    alternateName: z.string().min(1),
  }),
  itemReviewed: z.object({
    '@type': z.literal('Claim'),
    appearance: z.array(
      z.object({
        '@type': z.literal('NewsArticle'),
        url: z.url(),
        datePublished: z.string().optional(),
        publisher: organisation,
      }),
    ),
  }),
  isBasedOn: z.array(z.object({ '@type': z.literal('CreativeWork'), name: z.string().min(1), url: z.url() })),
});
export type ClaimReview = z.infer<typeof claimReviewSchema>;

/** The claim was confirmed as distorted before a case was opened; on a scale of schema.org that is the lowest value. */
const DISTORTED = 1;

/** @throws ZodError for a clarification that lacks a required field */
export function claimReviewOf(site: Site, { clarification, text, url }: Telling): ClaimReview {
  const { words } = frameOf(text.language);
  const issuer = issuerOf(site);
  const authority = { '@type': 'GovernmentOrganization', name: issuer, url: site.baseUrl };
  return claimReviewSchema.parse({
    '@context': 'https://schema.org',
    '@type': 'ClaimReview',
    url,
    inLanguage: text.language,
    datePublished: clarification.openedAt.toISOString(),
    claimReviewed: clarification.claim,
    name: text.title,
    description: words.party(issuer),
    reviewBody: text.body,
    author: { ...authority, description: words.party(issuer) },
    publisher: authority,
    reviewRating: {
      '@type': 'Rating',
      ratingValue: DISTORTED,
      worstRating: 1,
      bestRating: 5,
      alternateName: words.rating,
    },
    itemReviewed: {
      '@type': 'Claim',
      appearance: clarification.articles.map(({ outlet, url: address, publishedAt }) => ({
        '@type': 'NewsArticle',
        url: address,
        ...(publishedAt === null ? {} : { datePublished: new Date(publishedAt).toISOString() }),
        publisher: { '@type': 'NewsMediaOrganization', name: outlet },
      })),
    },
    isBasedOn: clarification.records.map(({ documentNumber, source, url: address }) => ({
      '@type': 'CreativeWork',
      name: `${documentNumber}, ${source}`,
      url: address,
    })),
  });
}

/** As it stands in a page: no text in it can end the element it is in. */
export function claimReviewJson(review: ClaimReview): string {
  return JSON.stringify(review).replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028');
}
