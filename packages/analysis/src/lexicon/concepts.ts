import { z } from 'zod';
import conceptsFile from '../../data/lexicon/concepts.json' with { type: 'json' };
import cuesFile from '../../data/lexicon/cues.json' with { type: 'json' };
import deedsFile from '../../data/lexicon/deeds.json' with { type: 'json' };
import economyFile from '../../data/lexicon/economy.json' with { type: 'json' };
import societyFile from '../../data/lexicon/society.json' with { type: 'json' };
import { createTermIndex, type TermHit } from './terms.ts';

const termsSchema = z.record(z.string(), z.string());

/**
 * A notion that a claim and a record share although their languages differ. `group` names notions that exclude each other
 * (export and import); `opposite` is the other pole of a `polar` notion;
 * `implies` one that is always meant with it; `generic` marks a notion that says little about what a sentence is about,
 * `setting` one that only tells where a thing happens or whom it concerns.
 */
export const notionSchema = z.object({
  id: z.string().min(1),
  role: z.enum(['topic', 'measure', 'act', 'polar', 'qualifier']),
  group: z.string().optional(),
  opposite: z.string().optional(),
  implies: z.string().optional(),
  generic: z.literal(true).optional(),
  setting: z.literal(true).optional(),
  terms: termsSchema,
});
export type Notion = z.infer<typeof notionSchema>;

/** Notions in the watched languages (data/lexicon/{concepts,deeds,economy,society}.json). */
export const NOTIONS: readonly Notion[] = z
  .array(notionSchema)
  .parse([...conceptsFile, ...deedsFile, ...economyFile, ...societyFile]);

const BY_ID = new Map(NOTIONS.map((notion) => [notion.id, notion]));

/** @throws when no notion has this id */
export function notionOf(id: string): Notion {
  const notion = BY_ID.get(id);
  if (notion === undefined) throw new Error(`Từ điển khái niệm không có "${id}".`);
  return notion;
}

export const CUE_IDS = [
  'negation',
  'denial',
  'rumour',
  'vague-source',
  'official-source',
  'opinion',
  'present',
  'negative',
  'allegation',
  'recall-past',
  'archive-picture',
  'elsewhere',
  'none',
  'no-negation',
  'voice',
] as const;
export type CueId = (typeof CUE_IDS)[number];

const cueEntries = z.array(z.object({ id: z.enum(CUE_IDS), terms: termsSchema })).parse(cuesFile);

export interface CueHit extends TermHit {
  readonly id: CueId;
}

const cueFinder = createTermIndex(cueEntries);
const isCue = (id: string): id is CueId => CUE_IDS.some((cue) => cue === id);

const CUE_LANGUAGES = new Set(
  cueEntries.filter(({ id }) => id === 'negation').flatMap(({ terms }) => Object.keys(terms)),
);

/** Whether the lexicon knows how a language negates; of others nothing can be said about what a sentence denies. */
export function isReadable(language: string): boolean {
  return CUE_LANGUAGES.has(language);
}

/** Wordings that turn, hedge, date or attribute a sentence. */
export function findCues(text: string, language: string): CueHit[] {
  const hits = cueFinder(language)(text).flatMap(({ id, start, end }) => (isCue(id) ? [{ id, start, end }] : []));
  const void_ = hits.filter(({ id }) => id === 'no-negation');
  return hits.filter((hit) => !void_.some((other) => hit.start >= other.start && hit.end <= other.end));
}

const notionFinder = createTermIndex(NOTIONS, 'whole');

/**
 * Notions of a text; a topic inside a longer hit of another notion is dropped ("nhiệt điện" is not "điện"). Poles and
 * qualifiers stay: "khách quốc tế" is of visitors and of foreign ones.
 */
export function findNotions(text: string, language: string): TermHit[] {
  const hits = notionFinder(language)(text);
  return withImplied(hits).filter((hit) => {
    const { role } = notionOf(hit.id);
    if (role === 'qualifier' || role === 'polar') return true;
    return !hits.some((other) => covers(other, hit) && notionOf(other.id).role !== 'polar');
  });
}

/** What is always meant with a notion stands where the notion stands. */
function withImplied(hits: readonly TermHit[]): TermHit[] {
  return hits.flatMap((hit) => {
    const { implies } = notionOf(hit.id);
    return implies === undefined ? [hit] : [hit, { ...hit, id: implies }];
  });
}

function covers(other: TermHit, hit: TermHit): boolean {
  if (other.id === hit.id || other.end - other.start <= hit.end - hit.start) return false;
  return other.start <= hit.start && other.end >= hit.end && other.end - other.start >= (hit.end - hit.start) * 1.3;
}

/** Where a thing happens and whom it concerns is no matter yet. */
export const SETTING: ReadonlySet<string> = new Set(NOTIONS.filter(({ setting }) => setting).map(({ id }) => id));

/** How much sharing a notion says about two sentences having one subject. */
export function weightOf(id: string): number {
  const { role, generic } = notionOf(id);
  if (role === 'qualifier') return 0.2;
  if (generic) return role === 'measure' ? 0.35 : 0.5;
  return role === 'measure' ? 0.5 : 1;
}
