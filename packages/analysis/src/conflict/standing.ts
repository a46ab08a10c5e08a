import type { Proposition } from '../claims/proposition.ts';
import { compareFigures } from '../figures/compare.ts';
import { compareFields, fieldsOf } from './fields.ts';
import type { Pairing } from './pairings.ts';
import { compareStands, standsOf } from './states.ts';

export const STANDING_FEATURES = [
  // Narrow subjects of both, and the states in which they say the matter to be.
  'fields',
  'fieldsOfTold',
  'fieldsOfKnown',
  'fieldsOfRecord',
  'fieldsInArticle',
  'agreeing',
  'clashing',
  'mixed',
  'clashOfCause',
  'clashOfDoer',
  'clashOfMeasure',
  'agreeingMeasure',
  'clashOfTrend',
  'clashOfPlan',
  'clashOfExtent',
  'recordAgrees',
  'recordClashes',
  'restAgrees',
  'restClashes',
  // Their numbers, and of what kind the record is.
  'numbersAgree',
  'numbersDiffer',
  'ofFigure',
  'ofClarification',
] as const;

/** Facets that measure, date or count a matter; every clash in them is weak, because most sentences hold several. */
const MEASURES = new Set('trend extent rank plan timing certainty amount schedule target stance duration'.split(' '));

/** Describes a pairing by {@link STANDING_FEATURES}, in their order. */
export function standingOf({ article, told, known, view }: Pairing): number[] {
  const mine = fieldsOf(told);
  const theirs = fieldsOf(known);
  const ofRecord = union(view.sentences.map(fieldsOf));
  const ofArticle = union(article.sentences.map(fieldsOf));
  const here = countStands(told, [known]);
  const others = view.sentences.filter((one) => one !== known);
  const inRecord = countStands(told, others);
  const rest = article.sentences.filter((one) => one !== told).map((one) => countStands(one, [known]));
  return [
    ...compareFields(mine, theirs),
    compareFields(mine, ofRecord)[1],
    compareFields(ofRecord, ofArticle)[1],
    here.agree,
    here.clash,
    here.mixed,
    here.cause,
    here.doer,
    here.measureClash,
    here.measureAgree,
    here.trend,
    here.plan,
    here.extent,
    inRecord.agree,
    inRecord.clash,
    Math.max(0, ...rest.map(({ agree }) => agree)),
    Math.max(0, ...rest.map(({ clash }) => clash)),
    ...numbersOf(told, known),
    view.record.kind === 'figure' ? 1 : 0,
    view.record.kind === 'clarification' ? 1 : 0,
  ];
}

/** Whether some figure of both agrees, and whether some differs. */
function numbersOf(told: Proposition, known: Proposition): number[] {
  const results = told.figures.flatMap((mine) => known.figures.map((theirs) => compareFigures(mine, theirs)));
  return [results.includes('agrees') ? 1 : 0, results.includes('differs') ? 1 : 0];
}

function union(sets: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  return new Set(sets.flatMap((set) => [...set]));
}

/** Facets in which a sentence agrees or clashes with others, counted by kind of facet. */
function countStands(told: Proposition, others: readonly Proposition[]) {
  const count = {
    agree: 0,
    clash: 0,
    mixed: 0,
    cause: 0,
    doer: 0,
    trend: 0,
    plan: 0,
    extent: 0,
    measureAgree: 0,
    measureClash: 0,
  };
  for (const other of others) {
    const theirs = standsOf(other);
    for (const [facet, stand] of standsOf(told)) {
      const known = theirs.get(facet);
      const result = known === undefined ? null : compareStands(stand, known);
      if (result === null) continue;
      if (facet === 'trend' || facet === 'plan' || facet === 'extent')
        count[facet] += result === 'clash' ? 1 : result === 'agree' ? -1 : 0;
      if (MEASURES.has(facet)) count[result === 'agree' ? 'measureAgree' : 'measureClash'] += 1;
      else if (facet === 'cause' || facet === 'doer')
        count[facet] += result === 'clash' ? 1 : result === 'agree' ? -1 : 0;
      else count[result] += 1;
    }
  }
  return count;
}
