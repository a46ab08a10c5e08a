import type { Article, Edition } from '../edition/edition.ts';
import type { Claim, verdicts } from '../manuscript/manuscript.ts';
import { isoLanguage } from '../outlet/outlet.ts';
import { type Citation, type Lead, leadOf } from './leads.ts';

export type Verdict = (typeof verdicts)[number];

export interface TrueClaim {
  /** Stands verbatim in the article's title or text. */
  quote: string;
  verdict: Verdict;
  signal: Claim['signal'];
  recordId?: string;
  articleId?: string;
}

/** What is known of one article: the line of `truth.ndjson`. */
export interface TrueArticle {
  id: string;
  url: string;
  profile: string | null;
  relevant: boolean;
  places: readonly string[];
  sectors: readonly string[];
  story: string;
  duplicateOf: string | null;
  origin: 'domestic' | 'foreign';
  language: string;
  claims: readonly TrueClaim[];
  verdict: Verdict | null;
  flag: boolean;
  /** Ids of records and articles. */
  evidence: readonly string[];
  leadInText: string | null;
  lead: string | null;
  leadBasis: Lead['leadBasis'] | null;
  citation: readonly Citation[];
}

/** The truth about every article of an edition that is out (or about all of them), in order of publication. */
export function truthOf(edition: Edition, options: { held?: boolean } = {}): TrueArticle[] {
  return edition.articles.filter((article) => options.held === true || !article.held).map(truthOfArticle);
}

function truthOfArticle(article: Article): TrueArticle {
  const { manuscript, profile } = article;
  const claims = article.claims.map((claim) => trueClaim(claim, article.id));
  const flag = profile !== null && claims.some((claim) => claim.verdict === 'distorted');
  const lead = leadOf(article);
  return {
    id: article.id,
    url: article.url,
    profile,
    relevant: profile !== null,
    places: manuscript.places,
    sectors: manuscript.sectors,
    story: manuscript.story ?? manuscript.copyOf ?? article.id,
    duplicateOf: manuscript.copyOf ?? null,
    origin: article.outlet.country === 'VN' ? 'domestic' : 'foreign',
    language: isoLanguage(article.outlet.tongue),
    claims,
    verdict: profile === null ? null : flag ? 'distorted' : (manuscript.verdict ?? 'accurate'),
    flag,
    evidence: [
      ...new Set(claims.flatMap((claim) => [claim.recordId, claim.articleId]).filter((id) => id !== undefined)),
    ],
    leadInText: lead?.leadInText ?? null,
    lead: lead?.lead ?? null,
    leadBasis: lead?.leadBasis ?? null,
    citation: lead?.citation ?? [],
  };
}

function trueClaim(claim: Claim & { quote: string }, own: string): TrueClaim {
  const named = (kind: string) => claim.evidence.find((each) => each.startsWith(`${kind}:`))?.slice(kind.length + 1);
  const [recordId, articleId] = [named('record'), named('article')];
  return {
    quote: claim.quote,
    verdict: claim.verdict,
    signal: claim.signal,
    ...(recordId === undefined ? {} : { recordId }),
    ...(articleId === undefined ? {} : { articleId: articleId === 'self' ? own : articleId }),
  };
}
