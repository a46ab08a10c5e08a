import type { Proposition } from '../claims/proposition.ts';
import { derivedShares } from '../conflict/shares.ts';
import { wordsOf } from '../conflict/words.ts';
import type { Figure } from '../figures/figure.ts';
import { notionOf, weightOf } from '../lexicon/concepts.ts';
import type { ArticleView } from '../signals/article.ts';
import { countPatients } from '../signals/figure.ts';
import type { OfficialFigure, RecordView } from '../signals/record.ts';
import { isRestOfShare } from '../signals/rest.ts';
import { notionsOfUnit } from '../signals/subject.ts';
import { isValidOn } from '../signals/validity.ts';
import { createAutomaton } from '../text/automaton.ts';
import { fold } from '../text/fold.ts';
import { createNumberIndex } from './numbers.ts';

/** Finds the records that an article could concern, so that it is not held against all of a province. */
export interface RecordIndex {
  /** Records that have anything in common with the article, in their own order; of many, those that have most. */
  readonly concerning: (article: ArticleView) => readonly RecordView[];
}

/** Where more records than these have something in common with an article, those go on that have most (docs/decisions/0204). */
export const MOST_RECORDS = 120;

/** Weight of what a sentence shares with one of a record, from which the record could concern it: less than any rule or tree asks. */
const LEAST_SHARED = 0.5;
/** What a figure counts for beside the words: of one subject, of one number, of one number that is no chance. */
const TIE = { subject: 0.3, number: 0.2, tellingNumber: 1.5 } as const;
const TELLING_DIGITS = 3;
/** What is no longer official, or not yet, comes after what is. */
const OUT_OF_FORCE = 0.5;

/**
 * Indexes records by what they name: notions, words, places, names and days of their sentences, subjects and numbers of their
 * figures. What it costs to ask grows with the records that share a word, a lookup each, and not with what it costs to compare them.
 *
 * @param most how many records an article is held against at most
 * @example createRecordIndex(views).concerning(readArticle(item, mentions, geography))
 */
export function createRecordIndex(views: readonly RecordView[], most = MOST_RECORDS): RecordIndex {
  const words = indexWords(views);
  const figures = indexFigures(views);
  return {
    concerning: (article) => {
      const ofFigures = figures(article);
      const told = article.sentences.map((sentence, at) => {
        const ties = words(article, sentence);
        for (const [view, weight] of ofFigures[at] ?? []) ties.set(view, (ties.get(view) ?? 0) + weight);
        return ties;
      });
      const found = new Set(told.flatMap((ties) => [...ties.keys()]));
      const kept = found.size <= most ? found : likeliest(article, views, told, most);
      return [...kept].sort((a, b) => a - b).flatMap((at) => views[at] ?? []);
    },
  };
}

/** Records by their place in the list, with how much they have in common with one sentence. */
type Ties = Map<number, number>;

/** Of each sentence the records that have most in common with it, in turn, so that none goes short of them. */
function likeliest(
  { day }: ArticleView,
  views: readonly RecordView[],
  told: readonly Ties[],
  most: number,
): Set<number> {
  const weigh = ([at, weight]: readonly [number, number]): readonly [number, number] => {
    const view = views[at];
    return [at, view === undefined || isValidOn(view.record, day) ? weight : weight * OUT_OF_FORCE];
  };
  const ranked = told.map((ties) => [...ties].map(weigh).sort((a, b) => b[1] - a[1] || a[0] - b[0]));
  const kept = new Set<number>();
  for (let rank = 0; kept.size < most && ranked.some((list) => rank < list.length); rank += 1)
    for (const list of ranked) {
      const next = list[rank];
      if (next !== undefined && kept.size < most) kept.add(next[0]);
    }
  return kept;
}

/** Ties by words, summed for each sentence of a record as its pairing with a sentence sums them, and weighed by how rare each word is. */
function indexWords(views: readonly RecordView[]): (article: ArticleView, told: Proposition) => Ties {
  const bearers = new Map<string, number[]>();
  const recordOf: number[] = [];
  for (const [at, view] of views.entries())
    for (const known of view.sentences) {
      const id = recordOf.push(at) - 1;
      for (const key of keysOf(known, view)) {
        const sentences = bearers.get(key) ?? [];
        sentences.push(id);
        bearers.set(key, sentences);
      }
    }
  const namesWithin = createNameFinder(bearers.keys());
  const shared = new Float64Array(recordOf.length);
  const worth = new Float64Array(recordOf.length);
  const rarityOf = (count: number): number => Math.log(1 + recordOf.length / count) / Math.log(1 + recordOf.length);
  return (article, told) => {
    const touched: number[] = [];
    const words = [...wordsOf(told, article.placesIn(told.start, told.end)).values()];
    for (const { key, weight } of [...words.map(fullyWeighed), ...namesWithin(told.quote)]) {
      const sentences = bearers.get(key) ?? [];
      const rarity = rarityOf(Math.max(1, sentences.length));
      for (const id of sentences) {
        if (shared[id] === 0) touched.push(id);
        shared[id] = (shared[id] ?? 0) + weight;
        worth[id] = (worth[id] ?? 0) + weight * rarity;
      }
    }
    const ties: Ties = new Map();
    for (const id of touched) {
      const at = recordOf[id] ?? 0;
      if ((shared[id] ?? 0) >= LEAST_SHARED) ties.set(at, Math.max(ties.get(at) ?? 0, worth[id] ?? 0));
      shared[id] = 0;
      worth[id] = 0;
    }
    return ties;
  };
}

/** What a sentence of a record is found by: its words, and its names as they stand in running text. */
function keysOf(known: Proposition, { places }: RecordView): Set<string> {
  return new Set([...wordsOf(known, places).keys(), ...[...known.names].map((name) => `~${name}`)]);
}

interface Key {
  readonly key: string;
  readonly weight: number;
}

/** The rules weigh a notion of the setting, or one that another implies, as fully as any; the trees do not. */
function fullyWeighed({ key, weight }: Key): Key {
  return key.startsWith('n:') ? { key, weight: Math.max(weight, weightOf(key.slice(2))) } : { key, weight };
}

const NAME_WEIGHT = 0.8;
/** Shorter ones stand inside too many words. */
const LEAST_NAME = 4;

/** Names of records that stand in a text of any language, whatever stands around them. */
function createNameFinder(keys: Iterable<string>): (text: string) => Key[] {
  const names = [...keys].filter((key) => key.startsWith('~') && key.length > LEAST_NAME);
  const find = createAutomaton(names.map((key) => key.slice(1)));
  return (text) => {
    const found = new Set(find(fold(text)).map(({ pattern }) => names[pattern] ?? ''));
    return [...found].map((key) => ({ key, weight: NAME_WEIGHT }));
  };
}

interface KnownFigure {
  readonly at: number;
  readonly official: OfficialFigure;
}

/** Notions of the sentences before that may still be the subject of a figure. */
const REMEMBERED = 24;

/** Ties by figures: an official one of the same subject and kind, or of the same number whatever its subject. */
function indexFigures(views: readonly RecordView[]): (article: ArticleView) => Ties[] {
  const known = views.flatMap((view, at) =>
    [...view.figures, ...view.noneDied, ...derivedShares(view)].map((official): KnownFigure => ({ at, official })),
  );
  const numbers = createNumberIndex(known.map((one) => [one.official.figure, one] as const));
  const subjects = new Map<string, KnownFigure[]>();
  for (const one of known)
    for (const id of subjectsOf(one.official)) {
      const list = subjects.get(id) ?? [];
      list.push(one);
      subjects.set(id, list);
    }
  const tiesOf = (told: Proposition, before: readonly string[]): Ties => {
    const ties: Ties = new Map();
    const tie = ({ at }: KnownFigure, weight: number) => ties.set(at, Math.max(ties.get(at) ?? 0, weight));
    const kinds = new Set(told.figures.map(({ dimension }) => dimension));
    for (const id of subjectsTold(told, before))
      for (const one of subjects.get(id) ?? []) if (isOfKind(one.official.figure, kinds)) tie(one, TIE.subject);
    for (const figure of told.figures)
      for (const one of numbers.near(figure)) {
        const agrees =
          countPatients(told, figure, one.official) === 'agrees' || isRestOfShare(told, figure, one.official);
        if (agrees) tie(one, isTelling(figure) && isTelling(one.official.figure) ? TIE.tellingNumber : TIE.number);
      }
    return ties;
  };
  return ({ sentences }) => {
    let before: string[] = [];
    return sentences.map((told) => {
      const ties: Ties = told.figures.length === 0 ? new Map() : tiesOf(told, before);
      before = [...new Set([...before, ...told.notions.map(({ id }) => id)].slice(-REMEMBERED))];
      return ties;
    });
  };
}

/** Notions by which an official figure is known: of the record's indicator, of its sentence, and of its unit. */
function subjectsOf({ indicator, sentence, figure }: OfficialFigure): Set<string> {
  return headsOf([...indicator, ...sentence.notions.map(({ id }) => id), ...notionsOfUnit(figure.unit)]);
}

/** Notions that the figures of a sentence may be of: its own, those of the sentences before, and those of its units. */
function subjectsTold({ notions, figures }: Proposition, before: readonly string[]): Set<string> {
  return headsOf([...before, ...notions.map(({ id }) => id), ...figures.flatMap(({ unit }) => notionsOfUnit(unit))]);
}

/** Notions that can be what a figure is of: a qualifier or a word of the setting alone is none. */
function headsOf(ids: readonly string[]): Set<string> {
  return new Set(ids.filter((id) => notionOf(id).role !== 'qualifier' && weightOf(id) >= 0.5));
}

function isOfKind({ dimension }: Figure, kinds: ReadonlySet<string | null>): boolean {
  if (kinds.has(dimension) || kinds.has(null) || dimension === null) return true;
  return (dimension === 'people' && kinds.has('case')) || (dimension === 'case' && kinds.has('people'));
}

/** Stated digits that two figures do not have in common by chance. */
function isTelling({ value }: Figure): boolean {
  return value.toExponential(6).replace(/e.*$/, '').replace('.', '').replace(/0+$/, '').length >= TELLING_DIGITS;
}
