/**
 * Measures stories: B-cubed on our own labelled stream, and, where the file of public pairs lies beside the project, accuracy
 * on those pairs next to plain TF-IDF at its best threshold in the same run.
 *
 *   node test/eval/stories.ts [--pairs FILE]
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  countedTerms,
  createRelevance,
  createStoryIndex,
  createTermStatistics,
  describeStory,
  JOIN_THRESHOLD,
  scorePair,
} from '@lamro/analysis';
import { type PressItem, pressItemSchema } from '@lamro/domain';
import { loadGazetteer } from '@lamro/profiles';
import { z } from 'zod';
import { bestAccuracy, cosineOfTfIdf, pairwise, type ScoredPair } from './stories-baseline.ts';

const memberSchema = pressItemSchema.extend({ story: z.string() });
type Member = z.infer<typeof memberSchema>;
const sideSchema = z.object({ url: z.string(), title: z.string(), text: z.string() });
const pairSchema = z.object({ language: z.string(), same: z.boolean(), first: sideSchema, second: sideSchema });
type Pair = z.infer<typeof pairSchema>;

export const PROFILES = ['thai-binh', 'hai-phong', 'lam-dong', 'cao-bang', 'tra-vinh'];
const OWN = new URL('stories-set/articles.ndjson', import.meta.url);

export interface ClusterScore {
  readonly hash: string;
  readonly articles: number;
  readonly stories: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** B-cubed (Bagga and Baldwin 1998) of the stream of our own set; `only` keeps the articles of one language. */
export function measureOwnStories(only?: string): ClusterScore {
  const text = readFileSync(OWN, 'utf8');
  const members = parseLines(text, memberSchema).filter((member) => only === undefined || member.language === only);
  const judges = PROFILES.map((profile) => createRelevance(loadGazetteer(profile)));
  const placesOf = (item: PressItem): string[] =>
    judges.flatMap((judge) => judge(item).relevance.mentions.map((mention) => mention.unit));
  const { misses: _misses, ...score } = clusterStream(members, placesOf);
  return { hash: hashOf(text), ...score };
}

/** Puts the members into stories in their order and holds the result beside the labels. */
export function clusterStream(
  members: readonly Member[],
  placesOf: (item: PressItem) => readonly string[],
): Omit<ClusterScore, 'hash'> & { misses: string[] } {
  const index = createStoryIndex({ placesOf, keyBuckets: 1 << 16 });
  const found = members.map((member) => index.assign(member).story);
  const firsts = new Map<string, Member>();
  for (const member of members) if (!firsts.has(member.story)) firsts.set(member.story, member);
  const misses = members.flatMap((member, at) => {
    const wanted = index.storyOf(firsts.get(member.story)?.id ?? '');
    return wanted === found[at]
      ? []
      : [`${member.id} ${member.language} (${member.story}) put into ${found[at]}: ${member.title}`];
  });
  return { ...bCubed(members, found), misses };
}

function bCubed(members: readonly Member[], found: readonly string[]): Omit<ClusterScore, 'hash'> {
  let precision = 0;
  let recall = 0;
  members.forEach((member, at) => {
    const cluster = members.filter((_, other) => found[other] === found[at]);
    const story = members.filter((other) => other.story === member.story);
    const both = cluster.filter((other) => other.story === member.story).length;
    precision += both / cluster.length / members.length;
    recall += both / story.length / members.length;
  });
  const stories = new Set(members.map((member) => member.story)).size;
  return { articles: members.length, stories, precision, recall, f1: (2 * precision * recall) / (precision + recall) };
}

export interface PairScore {
  readonly hash: string;
  readonly pairs: number;
  /** Accuracy of plain TF-IDF cosine at the threshold that suits it best in this run. */
  readonly tfIdf: number;
  /** Accuracy of the pair score at the fixed threshold. */
  readonly ours: number;
  readonly oursF1: number;
  /** Accuracy when all articles pass through one stream. */
  readonly streamed: number;
}

/** Accuracy on pairs of articles judged same story or not, per language and over all. */
export function measurePairs(file: string): Map<string, PairScore> {
  const text = readFileSync(file, 'utf8');
  const pairs = parseLines(text, pairSchema);
  const languages = [...new Set(pairs.map((pair) => pair.language))];
  const scored = scorePairs(pairs);
  const groups = [['all', null], ...languages.map((language) => [language, language])] as const;
  return new Map(
    groups.map(([name, language]) => {
      const kept = scored.filter((entry) => language === null || entry.language === language);
      return [name ?? '', { hash: hashOf(text), ...summarise(kept) }];
    }),
  );
}

interface PairResult {
  readonly language: string;
  readonly plain: ScoredPair;
  readonly ours: ScoredPair;
  readonly joined: boolean;
}

function scorePairs(pairs: readonly Pair[]): PairResult[] {
  const statistics = createTermStatistics();
  const index = createStoryIndex({ keyBuckets: 1 << 16 });
  const items = pairs.map((pair, at) => [itemOf(pair, 'first', at), itemOf(pair, 'second', at)] as const);
  const features = items.map((sides) => sides.map((item) => describeStory(item)));
  for (const side of features.flat()) statistics.observe(countedTerms(side));
  const stories = items.map((sides) => sides.map((item) => index.assign(item).story));
  const plain = cosineOfTfIdf(items.map((sides) => sides.map((item) => `${item.title} ${item.text}`)));
  return pairs.map(({ same, language }, at) => {
    const [first, second] = features[at] ?? [];
    if (first === undefined || second === undefined) throw new Error(`Cặp ${at} thiếu một bài.`);
    const [storyOfFirst, storyOfSecond] = stories[at] ?? [];
    return {
      language,
      plain: { score: plain[at] ?? 0, same },
      ours: { score: scorePair(first, second, statistics), same },
      joined: (storyOfFirst === storyOfSecond) === same,
    };
  });
}

function itemOf(pair: Pair, side: 'first' | 'second', at: number): PressItem {
  return pressItemSchema.parse({ ...pair[side], id: `${at}-${side}`, language: pair.language });
}

function summarise(results: readonly PairResult[]): Omit<PairScore, 'hash'> {
  const ours = pairwise(
    results.map((result) => result.ours),
    JOIN_THRESHOLD,
  );
  return {
    pairs: results.length,
    tfIdf: bestAccuracy(results.map((result) => result.plain)),
    ours: ours.accuracy,
    oursF1: ours.f1,
    streamed: results.filter((result) => result.joined).length / results.length,
  };
}

function parseLines<T extends z.ZodType>(text: string, schema: T): z.infer<T>[] {
  return text
    .trim()
    .split('\n')
    .map((line) => schema.parse(JSON.parse(line)));
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

if (import.meta.main) {
  process.stdout.write(`${JSON.stringify({ own: measureOwnStories() })}\n`);
  process.stdout.write(`${JSON.stringify({ ownVietnamese: measureOwnStories('vi') })}\n`);
  const given = process.argv.indexOf('--pairs');
  const fallback = path.join(import.meta.dirname, '../../../shared/eval/stories/pairs-dev.ndjson');
  const file = given > 0 ? (process.argv[given + 1] ?? fallback) : fallback;
  if (existsSync(file)) {
    for (const [language, score] of measurePairs(file))
      process.stdout.write(`${JSON.stringify({ language, ...score })}\n`);
  }
}
