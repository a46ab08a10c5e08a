import { hasCue, type Proposition } from '../claims/proposition.ts';
import { weightOf } from '../lexicon/concepts.ts';
import type { ArticleView } from '../signals/article.ts';
import { likenessOf } from '../signals/likeness.ts';
import { isDenying, polesOf, TRUTH } from '../signals/polarity.ts';
import type { RecordView } from '../signals/record.ts';
import { retell } from '../signals/retelling.ts';
import { isOfAnotherTime, lacksName, lacksPlace, settingGap } from '../signals/setting.ts';
import { agreesWith, oppositionOf } from '../signals/statement.ts';
import { type Pairing, toldWords } from './pairings.ts';
import { RIVAL_FEATURES, rivalsOf } from './rivals.ts';
import { STANDING_FEATURES, standingOf } from './standing.ts';
import { isMatter, type Word, type Words, weigh, wordsOf } from './words.ts';

const OWN_FEATURES = [
  // How far sentence, record and article speak of one matter.
  'shared',
  'shareOfTold',
  'shareOfKnown',
  'shareOfRecord',
  'matter',
  'matterShare',
  'missing',
  'novel',
  'novelShare',
  'place',
  'likeness',
  'coverage',
  'topicInArticle',
  'recordInArticle',
  'recordShareInArticle',
  'affirmedShare',
  // Which side each of them takes.
  'turned',
  'turnedShare',
  'turnedDeeds',
  'turnedBack',
  'samePlain',
  'sameTurned',
  'sameShare',
  'opposite',
  'opposedDenied',
  'polesDiffer',
  'toldNegates',
  'toldDenies',
  'retold',
  // What else the article says of it, and how.
  'articleAgrees',
  'articleTellsPlain',
  'articleTellsTurned',
  'official',
  'headline',
  'otherPlace',
  'lacksPlace',
  'lacksName',
  'otherTime',
  'weightOfTold',
  'length',
  'daysApart',
  ...STANDING_FEATURES,
] as const;

export const CONFLICT_FEATURES = [...OWN_FEATURES, ...RIVAL_FEATURES] as const;

/** Describes the pairings of one article by {@link CONFLICT_FEATURES}, in their order. Pure; some tens of microseconds each. */
export function describePairings(pairings: readonly Pairing[]): number[][] {
  const rows = pairings.map((pairing) => {
    const sides = readSides(pairing);
    return [
      ...overlapOf(pairing, sides),
      ...polarityOf(pairing, sides),
      ...surroundingsOf(pairing, sides),
      ...standingOf(pairing),
    ];
  });
  const rivals = rivalsOf(pairings, rows, OWN_FEATURES);
  return rows.map((row, at) => [...row, ...(rivals[at] ?? [])]);
}

interface Sides {
  readonly told: readonly Word[];
  readonly known: Words;
  readonly shared: readonly Word[];
  /** Words of all sentences of the record, and of those that affirm something beside the known one. */
  readonly record: Words;
  readonly affirmed: Words;
}

function readSides(pairing: Pairing): Sides {
  const { known, view } = pairing;
  const told = toldWords(pairing);
  const words = wordsOf(known, view.places);
  const plain = view.sentences.filter((one) => one !== known && !hasCue(one, 'denial', 'negation', 'none'));
  return {
    told,
    known: words,
    shared: told.filter(({ key }) => words.has(key)),
    record: joined(view.sentences, view),
    affirmed: joined(plain, view),
  };
}

function joined(sentences: readonly Proposition[], view: RecordView): Words {
  return new Map(sentences.flatMap((sentence) => [...wordsOf(sentence, view.places)]));
}

/** Weights of which a share is taken are never nothing. */
const LEAST = 0.5;
const MOST = 6;

function cap(value: number, most = MOST): number {
  return Math.min(most, value);
}

function overlapOf({ article, told, known, view }: Pairing, sides: Sides): number[] {
  const shared = weigh(sides.shared);
  const toldWeight = Math.max(LEAST, weigh(sides.told));
  const own = [...sides.known.values()].filter(({ key }) => told.language === known.language || !key.startsWith('w:'));
  const knownWeight = Math.max(LEAST, weigh(own));
  const matter = weigh(sides.shared.filter(isMatter));
  const novel = weigh(sides.told.filter(({ key }) => !sides.record.has(key)));
  const likeness = likenessOf(known, told, TRUTH);
  const all = wordsOfArticle(article);
  const notions = [...view.notions];
  const inArticle = weightOfNotions(notions.filter((id) => all.has(`n:${id}`)));
  return [
    cap(shared),
    shared / toldWeight,
    shared / knownWeight,
    weigh(sides.told.filter(({ key }) => sides.record.has(key))) / toldWeight,
    cap(matter),
    matter / Math.max(LEAST, weigh(sides.told.filter(isMatter))),
    cap(knownWeight - shared),
    cap(novel),
    novel / toldWeight,
    cap(sides.shared.filter(({ key }) => key.startsWith('p:')).length, 2),
    likeness.shared,
    likeness.coverage,
    weigh(own.filter(({ key }) => all.has(key))) / knownWeight,
    cap(inArticle),
    inArticle / Math.max(1, weightOfNotions(notions)),
    weigh(sides.told.filter(({ key }) => sides.affirmed.has(key) && !sides.known.has(key))) / toldWeight,
  ];
}

function weightOfNotions(ids: readonly string[]): number {
  return ids.reduce((sum, id) => sum + weightOf(id), 0);
}

const readArticles = new WeakMap<ArticleView, Words>();

function wordsOfArticle(article: ArticleView): Words {
  const known = readArticles.get(article);
  if (known !== undefined) return known;
  const words = new Map(article.sentences.flatMap((one) => [...wordsOf(one, article.placesIn(one.start, one.end))]));
  readArticles.set(article, words);
  return words;
}

type Stand = 'turned' | 'turned back' | 'both turned' | 'both plain';

/** On which sides two sentences stand in a word that both have. */
function standOf(told: Word, known: Word): Stand {
  if (told.plain && !told.turned && known.turned && !known.plain) return 'turned';
  if (told.turned && !told.plain && known.plain && !known.turned) return 'turned back';
  return told.turned && known.turned ? 'both turned' : 'both plain';
}

function polarityOf({ article, told, known, view }: Pairing, sides: Sides): number[] {
  const toldWeight = Math.max(LEAST, weigh(sides.told));
  const stands = Map.groupBy(sides.shared.filter(isMatter), (word) => standOf(word, sides.known.get(word.key) ?? word));
  const weightIn = (stand: Stand): number => weigh(stands.get(stand) ?? []);
  const opposites = sides.told.filter(({ opposite, plain, turned }) => {
    const other = sides.known.get(opposite ?? '');
    return other !== undefined && other.plain === plain && other.turned === turned;
  });
  const mine = polesOf(told);
  const differing = [...polesOf(known)].filter(([id, state]) => mine.has(id) && mine.get(id) !== state).length;
  return [
    cap(weightIn('turned')),
    weightIn('turned') / toldWeight,
    cap(weigh((stands.get('turned') ?? []).filter(({ deed }) => deed))),
    cap(weightIn('turned back')),
    cap(weightIn('both plain')),
    cap(weightIn('both turned')),
    (weightIn('both plain') + weightIn('both turned')) / toldWeight,
    cap(weigh(opposites), 3),
    oppositionOf(told, known)?.denied === true ? 1 : 0,
    differing,
    hasCue(told, 'negation') ? 1 : 0,
    isDenying(told) ? 1 : 0,
    retell(article, told, known, view)?.ties ?? 0,
  ];
}

const DAYS_OF_TWO_MONTHS = 60;

function surroundingsOf({ article, told, known, view }: Pairing, sides: Sides): number[] {
  const others = article.sentences.filter((one) => one !== told);
  const best = (stand: 'plain' | 'turned'): number =>
    Math.max(0, ...others.flatMap((one) => view.sentences.map((known) => alike(article, one, known, view, stand))));
  const agreeing = article.sentences.some((one) => view.sentences.some((known) => agreesWith(one, known)));
  return [
    agreeing ? 1 : 0,
    cap(best('plain')),
    cap(best('turned')),
    article.sentences.some((one) => hasCue(one, 'official-source')) ? 1 : 0,
    told.headline ? 1 : 0,
    settingGap(article, told, view, 0) === null ? 1 : 0,
    lacksPlace(article, told, known, view) ? 1 : 0,
    lacksName(article, told, known) ? 1 : 0,
    isOfAnotherTime(article, told, known) ? 1 : 0,
    cap(weigh(sides.told)),
    Math.min(3, told.quote.length / 80),
    daysApart(article, view),
  ];
}

/** Weight of the matter that both sentences tell as so (`plain`) or as not so. */
function alike(
  article: ArticleView,
  told: Proposition,
  known: Proposition,
  view: RecordView,
  stand: 'plain' | 'turned',
): number {
  const theirs = wordsOf(known, view.places);
  const mine = toldWords({ article, told, known, view });
  return weigh(mine.filter((word) => isMatter(word) && word[stand] && theirs.get(word.key)?.[stand] === true));
}

/** Days between the article and what the record speaks of, in units of two months, at most five. */
function daysApart({ day }: ArticleView, { span, record }: RecordView): number {
  const of = span?.to ?? record.validFrom ?? null;
  if (day === null || of === null) return 2;
  return Math.min(5, Math.abs(Date.parse(day) - Date.parse(of)) / 86_400_000 / DAYS_OF_TWO_MONTHS);
}
