import type { Proposition } from '../claims/proposition.ts';
import type { Figure } from '../figures/figure.ts';
import type { Period } from '../figures/period.ts';
import { notionOf, SETTING, weightOf } from '../lexicon/concepts.ts';
import type { ArticleView } from './article.ts';
import { changeBy, comparedFrom } from './change.ts';
import type { OfficialFigure, RecordView } from './record.ts';

/** Notions around a figure: of its own clause, and of the whole sentence. */
export interface FigureContext {
  readonly clause: ReadonlySet<string>;
  readonly sentence: ReadonlySet<string>;
}

const BREAK =
  /[,;，；、。:：()（）]|\s(?:và|while|and|et|и|trong khi|còn|tandis que|тогда как|mais|but)\s|\s(?=แต่|ขณะที่|ในขณะที่|ส่วน|ប៉ុន្តែ|ខណៈ|ចំណែក|ແຕ່ວ່າ|ຂະນະທີ່|ໃນຂະນະທີ່|ສ່ວນ)/gu;

/** What is counted is spoken of even where only its unit is named ("54校"). */
const NOTION_OF_UNIT: Readonly<Record<string, readonly string[]>> = {
  school: ['school'],
  household: ['household'],
  house: ['house'],
  project: ['project'],
  enterprise: ['enterprise'],
  vessel: ['vessel'],
  bed: ['hospital'],
  teu: ['container'],
  animal: ['livestock'],
  tree: ['tree'],
  stall: ['stall'],
  class: ['class'],
  team: ['team'],
  kwh: ['electricity'],
};

/** Notions that a unit names by itself. */
export function notionsOfUnit(unit: string | null): readonly string[] {
  return NOTION_OF_UNIT[unit ?? ''] ?? [];
}

/** Notions of the clause in which a figure stands, clauses being cut at commas and conjunctions between figures. */
export function contextOf(proposition: Proposition, figure: Figure): FigureContext {
  const { start, end } = clauseAround(proposition, figure);
  const clause = proposition.notions.filter((hit) => hit.start < end && hit.end > start);
  const counted = notionsOfUnit(figure.unit);
  return {
    clause: new Set([...clause.map(({ id }) => id), ...counted]),
    sentence: new Set([...proposition.notions.map(({ id }) => id), ...counted]),
  };
}

/** Clause that holds a figure; a clause without any notion but the figure borrows from the one before. */
export function clauseAround(
  proposition: Proposition,
  figure: { readonly start: number; readonly end: number },
): { start: number; end: number } {
  const cuts = [...proposition.quote.matchAll(BREAK)]
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
    .filter((cut) => !proposition.figures.some((other) => cut.start >= other.start && cut.end <= other.end));
  const start = Math.max(0, ...cuts.filter((cut) => cut.end <= figure.start).map((cut) => cut.end));
  const end = Math.min(
    proposition.quote.length,
    ...cuts.filter((cut) => cut.start >= figure.end).map((cut) => cut.start),
  );
  return { start, end };
}

/** How well a stated figure and an official one speak of one thing, 0 (not at all) to 1. */
export function subjectMatch(
  claim: { readonly proposition: Proposition; readonly figure: Figure; readonly before: ReadonlySet<string> },
  official: OfficialFigure,
): number {
  const told = contextOf(claim.proposition, claim.figure);
  const known = contextOf(official.sentence, official.figure);
  const key = new Set([...official.indicator, ...(known.clause.size > 0 ? known.clause : known.sentence)]);
  if (excludes(told, known, official.indicator, claim.figure.dimension === 'people')) return 0;
  if (claim.figure.percent && isChange(told.clause) !== (isChange(known.clause) || isChange(official.indicator)))
    return 0;
  const bare = claim.figure.dimension === null;
  let shared = 0;
  let all = 0;
  let head = false;
  for (const id of key) {
    const weight = weightOf(id) * (official.indicator.has(id) ? 1.5 : 1);
    all += weight;
    const near = told.clause.has(id) ? 1 : told.sentence.has(id) ? 0.8 : bare ? 0 : claim.before.has(id) ? 0.45 : 0;
    shared += weight * near;
    if (near > 0 && notionOf(id).role !== 'qualifier' && weightOf(id) >= 0.5) head = true;
  }
  if (!head || all === 0) return 0;
  const unitBonus = claim.figure.unit !== null && claim.figure.unit === official.figure.unit ? 0.1 : 0;
  const partOfTotal =
    known.clause.has('total') && !told.sentence.has('total') && claim.proposition.periods.length === 0 ? 0.12 : 0;
  const foreignTopics = [...told.clause].filter(
    (id) => isTopic(id) && !SETTING.has(id) && !key.has(id) && !known.sentence.has(id),
  ).length;
  return Math.max(0, Math.min(1, shared / all + unitBonus - 0.12 * foreignTopics - partOfTotal));
}

function isTopic(id: string): boolean {
  return notionOf(id).role === 'topic' && weightOf(id) >= 1;
}

const CHANGE = ['growth', 'increase', 'decrease'];

export function isChange(notions: ReadonlySet<string>): boolean {
  return CHANGE.some((id) => notions.has(id));
}

/** Export is not import, the dead are not the injured, a target is not a result. */
function excludes(told: FigureContext, known: FigureContext, indicator: ReadonlySet<string>, people: boolean): boolean {
  if (namesOtherKind(told, known, indicator)) return true;
  const toldGroups = groupsOf(told.clause);
  const knownGroups = groupsOf(new Set([...known.clause, ...indicator]));
  for (const group of new Set([...toldGroups.keys(), ...knownGroups.keys()])) {
    const mine = toldGroups.has(group);
    if (mine === knownGroups.has(group) || !STRICT.has(group) || !(people || group !== 'nationality')) continue;
    const wider = mine ? groupsOf(known.sentence).get(group) : groupsOf(told.sentence).get(group);
    if (wider === undefined) return true;
  }
  return false;
}

/** Both name kinds of one group, and none in common: what was exported beside what was imported. */
export function namesOtherKind(told: FigureContext, known: FigureContext, indicator: ReadonlySet<string>): boolean {
  const theirs = groupsOf(new Set([...known.clause, ...indicator]));
  return [...groupsOf(told.clause)].some(([group, mine]) => {
    const known = theirs.get(group);
    return known !== undefined && ![...mine].some((id) => known.has(id));
  });
}

/** Groups in which naming no member means the whole: all visitors are not the foreign ones (asked of people only). */
const STRICT = new Set(['nationality', 'plan', 'casualty', 'trade']);

function groupsOf(notions: ReadonlySet<string>): Map<string, Set<string>> {
  const groups = new Map<string, Set<string>>();
  for (const id of notions) {
    const { group } = notionOf(id);
    if (group !== undefined && group !== 'country') groups.set(group, (groups.get(group) ?? new Set()).add(id));
  }
  return groups;
}

/** Direction that a clause gives a change: 1 up, -1 down, 0 none or both. */
export function directionOf(notions: ReadonlySet<string>): number {
  return (notions.has('increase') || notions.has('growth') ? 1 : 0) - (notions.has('decrease') ? 1 : 0);
}

/** How surely record and sentence speak of one place, as a penalty: 0 one place, up to 1; null when of different places. */
export function placeGap(
  article: ArticleView,
  proposition: Proposition,
  view: RecordView,
  at = proposition.end - proposition.start,
): number | null {
  if (article.isElsewhere(proposition, proposition.start + at)) return null;
  const here = article.placesIn(proposition.start, proposition.end);
  if (view.places.size > 0) {
    if (here.size > 0) return meet(here, view.places) ? 0 : null;
    const anywhere = article.placesIn(0, Number.POSITIVE_INFINITY);
    if (meet(anywhere, view.places)) return 0;
    return anywhere.size === 0 ? NO_PLACE_NAMED : OTHER_PLACE_NAMED;
  }
  if (speaksOfCountry(proposition, at)) return null;
  if (here.size === 0) return 0;
  return article.placesIn(0, article.item.title.length).size === 0 ? UNIT_OF_WHOLE : null;
}

/** Two names are of one place where one of them is the end of the other: "duyen hai", "trung tam dien luc duyen hai". */
function meet(here: ReadonlySet<string>, there: ReadonlySet<string>): boolean {
  return [...here].some((a) => [...there].some((b) => a === b || a.endsWith(` ${b}`) || b.endsWith(` ${a}`)));
}

/** "Cả nước" in the clause of a figure; a rank in the country ("cuối bảng cả nước") is still of the province. */
function speaksOfCountry(proposition: Proposition, at: number): boolean {
  const figure = proposition.figures.find(({ start }) => start === at);
  const { start, end } =
    figure === undefined ? { start: 0, end: proposition.quote.length } : clauseAround(proposition, figure);
  return proposition.cues.some((cue) => cue.id === 'elsewhere' && cue.start < end && cue.end > start);
}

/** The record names a unit, the article only the province; or other units elsewhere in it. */
export const NO_PLACE_NAMED = 0.2;
const OTHER_PLACE_NAMED = 0.35;
/** The record is of the whole province, the sentence names a unit of it. */
const UNIT_OF_WHOLE = 0.35;

/** Where a figure stands, or what is told without one. */
type Span = Pick<Figure, 'start' | 'end' | 'percent'>;

/**
 * Period that a figure is about: the nearest named in its sentence; a day counts only where no longer period is named. What was
 * counted or has changed is not of the period it is compared with, unless it stands beside that ("so với 41 vụ năm 2025").
 */
export function periodOf(proposition: Proposition, figure: Span): Period | null {
  const distance = (period: { start: number; end: number }): number =>
    period.end <= figure.start ? figure.start - period.end : (period.start - figure.end) * 1.5;
  const nearest = (periods: readonly Period[]): Period | null =>
    [...periods].sort((a, b) => distance(a) - distance(b))[0] ?? null;
  const own = proposition.periods.filter((period) => !isBase(proposition, figure, period));
  return nearest(own.filter(({ kind }) => kind !== 'day')) ?? nearest(own.filter(({ kind }) => kind === 'day'));
}

function isBase(proposition: Proposition, figure: Span, period: Period): boolean {
  const from = comparedFrom(proposition, period);
  if (from === null) return false;
  if (figure.end <= from) return true;
  return figure.start >= period.end && (figure.percent || changeBy(proposition, figure) !== null);
}
