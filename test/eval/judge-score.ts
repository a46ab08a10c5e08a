import { createJudge } from '@lamro/analysis';
import {
  type Judgement,
  type OfficialRecord,
  officialRecordSchema,
  type PressItem,
  pressItemSchema,
} from '@lamro/domain';
import { loadGazetteer } from '@lamro/profiles';
import { z } from 'zod';

/** What is known of one article: the lines of `truth.ndjson` of a labelled set. */
export const expectationSchema = z.object({
  id: z.string().min(1),
  profile: z.string().nullable(),
  flag: z.boolean(),
  verdict: z.enum(['distorted', 'accurate-negative', 'opinion', 'unverifiable', 'accurate']).nullable(),
  claims: z
    .array(z.object({ quote: z.string().min(1), verdict: z.string(), signal: z.string().nullish() }))
    .default([]),
  /** Ids of the records or articles that contradict it. */
  evidence: z.array(z.string()).default([]),
});
export type Expectation = z.infer<typeof expectationSchema>;

export interface LabelledSet {
  readonly articles: readonly PressItem[];
  readonly records: readonly (OfficialRecord & { profile?: string | undefined })[];
  readonly truth: readonly Expectation[];
}

const recordOfSet = officialRecordSchema.extend({ profile: z.string().optional() });

/** @throws ZodError when a line is not of its shape */
export function parseSet(set: { articles: unknown; records: unknown; truth: unknown }): LabelledSet {
  return {
    articles: z.array(pressItemSchema).parse(set.articles),
    records: z.array(recordOfSet).parse(set.records),
    truth: z.array(expectationSchema).parse(set.truth),
  };
}

/** One article under one profile with what was expected and what came out. */
export interface Outcome {
  readonly item: PressItem;
  readonly expected: Expectation;
  readonly own: boolean;
  readonly judgement: Judgement;
}

/** Judges the whole set once per profile, each in order of arrival, as the command line does. */
export function judgeSet(set: LabelledSet): Outcome[] {
  const profiles = [...new Set(set.truth.flatMap(({ profile }) => profile ?? []))].sort();
  const expected = new Map(set.truth.map((one) => [one.id, one]));
  return profiles.flatMap((profile) => {
    const judge = createJudge({
      gazetteer: loadGazetteer(profile),
      records: set.records.filter((record) => record.profile === undefined || record.profile === profile),
    });
    return set.articles.flatMap((item) => {
      const truth = expected.get(item.id);
      const judgement = judge(item);
      return truth === undefined ? [] : [{ item, expected: truth, own: truth.profile === profile, judgement }];
    });
  });
}

export interface Scores {
  readonly articles: number;
  readonly precision: number;
  readonly recall: number;
  /** Flagged articles whose kind of signal, evidence and quote are all the expected ones, over those expected. */
  readonly kind: number;
  readonly evidence: number;
  readonly quote: number;
  readonly verdict: number;
  /** Verdict right, and for flagged ones the evidence too, over all articles. */
  readonly strict: number;
  readonly falseFlags: number;
}

export function scoreOutcomes(outcomes: readonly Outcome[]): Scores {
  const own = outcomes.filter((outcome) => outcome.own);
  const wanted = own.filter(({ expected }) => expected.flag);
  const hits = wanted.filter(({ judgement }) => judgement.flag.raised);
  const raised = outcomes.filter(({ judgement }) => judgement.flag.raised);
  const falseFlags = raised.filter((outcome) => !outcome.own || !outcome.expected.flag).length;
  const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);
  return {
    articles: own.length,
    precision: share(hits.length, raised.length),
    recall: share(hits.length, wanted.length),
    kind: share(hits.filter(hasKind).length, wanted.length),
    evidence: share(hits.filter(hasExpectedEvidence).length, wanted.length),
    quote: share(hits.filter(hasQuote).length, wanted.length),
    verdict: share(own.filter(hasVerdict).length, own.length),
    strict: share(own.filter(isStrictlyRight).length, own.length),
    falseFlags,
  };
}

export function hasKind({ expected, judgement }: Outcome): boolean {
  const kinds = new Set(expected.claims.flatMap(({ signal }) => signal ?? []));
  return judgement.signals.some(({ kind }) => kinds.has(kind));
}

export function hasExpectedEvidence({ expected, judgement }: Outcome): boolean {
  return judgement.signals.some(({ evidence }) => {
    const id = evidence?.recordId ?? evidence?.articleId;
    return id !== undefined && expected.evidence.includes(id);
  });
}

/** A quote is found when it overlaps the expected one by half of the shorter. */
export function hasQuote({ expected, judgement }: Outcome): boolean {
  const quotes = expected.claims.filter(({ signal }) => signal !== null && signal !== undefined);
  return judgement.signals.some(({ quote }) =>
    quotes.some((one) => quote.includes(one.quote) || one.quote.includes(quote)),
  );
}

export function hasVerdict({ expected, judgement }: Outcome): boolean {
  return judgement.verdictSuggestion === expected.verdict;
}

function isStrictlyRight(outcome: Outcome): boolean {
  return hasVerdict(outcome) && (!outcome.expected.flag || hasExpectedEvidence(outcome));
}
