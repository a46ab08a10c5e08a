import { basename } from 'node:path';
import { createRelevance, judgeItem } from '@lamro/analysis';
import { emit } from '@lamro/newsroom';
import { loadGazetteer } from '@lamro/profiles';
import { CASES } from '../../packages/analysis/src/judge/cases/all.ts';
import { gazetteer as invented } from '../../packages/analysis/src/judge/cases/province.ts';
import { blindItems, blindProfiles, blindRecords } from './blind-set/items.ts';
import type { Distorts, LabelledProfile } from './conflict-cross.ts';
import { FITTED_SETS, halfOf, SECOND, THIRD } from './judge-blind.ts';
import { parseSet } from './judge-score.ts';
import { templateItems, templateRecords } from './judge-templates.ts';

/**
 * Labelled items on which the trees of conflict are fitted: a labelled set (or the half of it that is open for development), the sample
 * newsroom, or the little cases of the rules. What is fitted on one set is never asked about another item of it.
 */
export type Group =
  | LabelledGroup
  | { readonly kind: 'newsroom'; readonly name: string }
  | { readonly kind: 'cases'; readonly name: string }
  | { readonly kind: 'sayings'; readonly name: string };

interface LabelledGroup {
  readonly kind: 'set';
  readonly name: string;
  readonly set: string | undefined;
  readonly isOpen: (id: string) => boolean;
}

const isDevelopment = (id: string): boolean => halfOf(id) === 'development';

export const GROUPS: readonly Group[] = [
  { kind: 'set', name: 'first blind set, development half', set: undefined, isOpen: isDevelopment },
  { kind: 'set', name: 'second blind set, development half', set: SECOND, isOpen: isDevelopment },
  { kind: 'set', name: 'third blind set, development half', set: THIRD, isOpen: isDevelopment },
  ...FITTED_SETS.map(
    (set): Group => ({ kind: 'set', name: `practice set, ${basename(set)}`, set, isOpen: () => true }),
  ),
  { kind: 'newsroom', name: 'newsroom' },
  { kind: 'cases', name: 'cases' },
  { kind: 'sayings', name: 'sayings of the negative templates' },
];

export function labelledProfiles(group: Group): LabelledProfile[] {
  if (group.kind === 'cases') return casesOfRules();
  if (group.kind === 'newsroom') return newsroomProfiles();
  if (group.kind === 'sayings') return sayingsOfTemplates();
  const { set, isOpen } = group;
  return blindProfiles(set).map((profile) => ({
    gazetteer: loadGazetteer(profile),
    records: blindRecords(profile, set),
    items: blindItems(profile, set)
      .filter(({ id }) => isOpen(id))
      .map(({ label, ...item }) => ({ item, distorts: distortsBy(label.claims) })),
  }));
}

interface Claim {
  readonly quote: string;
  readonly verdict: string;
  readonly signal?: string | null | undefined;
  readonly recordId?: string | undefined;
}

/**
 * Labels are not exhaustive: another sentence of an item may repeat what it gets wrong of the same record, so of that nothing is
 * known.
 */
function distortsBy(claims: readonly Claim[]): Distorts {
  return (recordId, told, kind) => {
    const against = claims.filter((claim) => claim.verdict === 'distorted' && claim.recordId === recordId);
    if (against.length === 0) return false;
    const here = against.filter(({ quote }) => told.includes(quote) || quote.includes(told));
    return here.some(({ signal }) => kind === undefined || signal === kind) ? true : null;
  };
}

const DAY = new Date('2026-11-20T00:00:00Z');

/** The newsroom names the evidence of an item, not of each of its claims. */
function newsroomProfiles(): LabelledProfile[] {
  const { articles, records, truth } = parseSet(emit(DAY));
  const expected = new Map(truth.map((one) => [one.id, one]));
  const profiles = [...new Set(truth.flatMap(({ profile }) => profile ?? []))].sort();
  return profiles.map((profile) => ({
    gazetteer: loadGazetteer(profile),
    records: records.filter((record) => record.profile === undefined || record.profile === profile),
    items: articles.flatMap((item) => {
      const known = expected.get(item.id);
      if (known?.profile !== profile) return [];
      const claims = known.evidence.flatMap((recordId) => known.claims.map((claim) => ({ ...claim, recordId })));
      return [{ item, distorts: distortsBy(claims) }];
    }),
  }));
}

/** Sayings of the templates: of each matter that a record denies or states a telling that goes against it, and one that is right. */
function sayingsOfTemplates(): LabelledProfile[] {
  // The provinces differ in name only.
  const sayings = templateItems().filter(
    ({ profile, withFigure, record }) => profile === 'hai-phong' && !withFigure && record !== null,
  );
  return [...Map.groupBy(sayings, ({ profile }) => profile)].map(([profile, items]) => ({
    gazetteer: loadGazetteer(profile),
    records: templateRecords(profile),
    items: items.map(({ item, accurate, record }) => ({
      item,
      distorts: (recordId: string) => !accurate && recordId === record,
    })),
  }));
}

/** The cases name no quote: of those to be flagged the sentences teach that the rules found by themselves. */
function casesOfRules(): LabelledProfile[] {
  const relevance = createRelevance(invented);
  return CASES.map(({ records, item, signal }) => {
    const { signals } = judgeItem({ gazetteer: invented, relevance, records, related: [], trees: null }, item);
    const distorts: Distorts = (recordId, told, kind) => {
      if (signal === null) return false;
      const found = signals.some(
        (one) => one.kind === signal && one.evidence?.recordId === recordId && one.quote === told,
      );
      return found && (kind === undefined || kind === signal) ? true : null;
    };
    return { gazetteer: invented, records, items: [{ item, distorts }] };
  });
}
