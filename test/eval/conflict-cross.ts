import {
  type BoostingExample,
  CONFLICT_FEATURES,
  type ConflictTrees,
  createRelevance,
  describeFigures,
  describePairings,
  FIGURE_FEATURES,
  figurePairingsOf,
  fitBoostedTrees,
  pairFigures,
  pairingsOf,
  prepareContext,
  readArticle,
} from '@lamro/analysis';
import type { Gazetteer, OfficialRecord, PressItem } from '@lamro/domain';
import { randomFor } from '@lamro/newsroom';
import { GROUPS, type Group, labelledProfiles } from './conflict-sets.ts';
import { type BlindScores, judgeBlind, scoreBlind } from './judge-blind.ts';

/** Whether an item distorts a record in a sentence, by this kind of signal where one is asked for; null where the labels do not say. */
export type Distorts = (recordId: string, told: string, kind?: string) => boolean | null;

/** Labelled items that are held against the same records. */
export interface LabelledProfile {
  readonly gazetteer: Gazetteer;
  readonly records: readonly OfficialRecord[];
  readonly items: readonly { readonly item: PressItem; readonly distorts: Distorts }[];
}

/** Examples of one group: of sentences beside statements, beside the words of records of figures, and of figures beside figures. */
export interface Examples {
  readonly sentences: readonly BoostingExample[];
  readonly reports: readonly BoostingExample[];
  readonly figures: readonly BoostingExample[];
}

export function examplesOf(profiles: readonly LabelledProfile[]): Examples {
  const sentences: BoostingExample[] = [];
  const reports: BoostingExample[] = [];
  const figures: BoostingExample[] = [];
  for (const { gazetteer, records, items } of profiles) {
    const relevance = createRelevance(gazetteer);
    const context = prepareContext({ gazetteer, relevance, records, related: [] });
    for (const { item, distorts } of items) {
      const { relevant, mentions } = relevance(item).relevance;
      if (!relevant) continue;
      const article = readArticle(item, mentions, context);
      const pairings = pairingsOf(article, context.records);
      const rows = describePairings(pairings);
      for (const [at, { told, view }] of pairings.entries()) {
        const yes = distorts(view.record.id, told.quote);
        if (yes === null) continue;
        (view.record.kind === 'figure' ? reports : sentences).push({ features: rows[at] ?? [], yes });
      }
      for (const pairing of figurePairingsOf(article, context.records, pairFigures(article, context.records))) {
        const yes = distorts(pairing.view.record.id, pairing.told.quote, 'contradicts-figure');
        if (yes !== null) figures.push({ features: describeFigures(pairing), yes });
      }
    }
  }
  return { sentences, reports, figures };
}

/** Each little case of the rules, and each saying, stands for many articles, so it counts as so many. */
const WEIGHT_OF_CASES = 3;

/** All examples that the trees are fitted on, by group. */
export function readExamples(): Map<Group, Examples> {
  return new Map(
    GROUPS.map((group) => {
      const examples = examplesOf(labelledProfiles(group));
      return [
        group,
        group.kind === 'cases' || group.kind === 'sayings' ? repeated(examples, WEIGHT_OF_CASES) : examples,
      ];
    }),
  );
}

function repeated({ sentences, reports, figures }: Examples, times: number): Examples {
  const again = (all: readonly BoostingExample[]): BoostingExample[] => Array.from({ length: times }, () => all).flat();
  return { sentences: again(sentences), reports: again(reports), figures: again(figures) };
}

export function fitConflict(groups: readonly Examples[], version: string): ConflictTrees {
  const fit = (examples: readonly BoostingExample[], features: readonly string[]) =>
    fitBoostedTrees(examples, { features: [...features], version }, randomFor(1, 'conflict'));
  return {
    sentences: fit(
      groups.flatMap(({ sentences }) => sentences),
      CONFLICT_FEATURES,
    ),
    reports: fit(
      groups.flatMap(({ reports }) => reports),
      CONFLICT_FEATURES,
    ),
    figures: fit(
      groups.flatMap(({ figures }) => figures),
      FIGURE_FEATURES,
    ),
  };
}

/** Trees fitted on all groups but one. */
export function fitWithout(examples: ReadonlyMap<Group, Examples>, left: Group): ConflictTrees {
  return fitConflict(
    [...examples].flatMap(([one, mine]) => (one === left ? [] : [mine])),
    'fold',
  );
}

/** How the judging does on each labelled set that is open for development, with trees that were fitted on the others. */
export function crossValidate(examples: ReadonlyMap<Group, Examples>): BlindScores[] {
  return GROUPS.flatMap((group) => {
    if (group.kind !== 'set') return [];
    const outcomes = judgeBlind(group.set, fitWithout(examples, group)).filter(({ item }) => group.isOpen(item.id));
    return [scoreBlind(`${group.name}, fitted on the others`, '', outcomes)];
  });
}
