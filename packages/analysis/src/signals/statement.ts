import type { Signal } from '@lamro/domain';
import { hasCue, type Proposition } from '../claims/proposition.ts';
import { notionOf, weightOf } from '../lexicon/concepts.ts';
import { marksIn } from '../lexicon/modality.ts';
import type { ArticleView } from './article.ts';
import { isOtherKind, type Likeness, likenessOf } from './likeness.ts';
import { HAPPENINGS, isAbsent, isDenying, isNegated, polesOf } from './polarity.ts';
import type { RecordView } from './record.ts';
import { retell } from './retelling.ts';
import { isOfAnother, settingGap } from './setting.ts';
import { placeGap } from './subject.ts';
import { isRecent, isValidOn } from './validity.ts';
import { affirmedWordsDenied } from './wording.ts';

export interface Conflict {
  readonly told: Proposition;
  readonly known: Proposition;
  readonly view: RecordView;
  readonly likeness: Likeness;
  /** What the two disagree in, in Vietnamese. */
  readonly about: string;
  readonly certainty: number;
}

/**
 * `contradicts-statement`: a sentence speaks of the matter of an official statement and takes the other side: the opposite
 * pole of one notion (closed, open), or it asserts what the statement denies, or denies what the statement asserts.
 */
export function statementSignals(
  article: ArticleView,
  records: readonly RecordView[],
  weigh: (conflicts: readonly Conflict[]) => readonly Conflict[] = (conflicts) => conflicts,
): Signal[] {
  const views = records.filter((view) => isStatementOn(view, article) || deniesOn(view, article));
  return bestPerSentence(weigh(findConflicts(article, views))).map((conflict) => ({
    kind: 'contradicts-statement',
    quote: conflict.told.quote,
    start: conflict.told.start,
    end: conflict.told.end,
    evidence: { recordId: conflict.view.record.id, quote: conflict.known.quote },
    why: `${conflict.about}; tuyên bố chính thức tại ${conflict.view.record.documentNumber} (${conflict.view.record.source}) nói khác.`,
    strength: conflict.certainty,
  }));
}

/** Whether a record is a statement that was in force on the article's day. */
export function isStatementOn({ record }: RecordView, article: ArticleView): boolean {
  return record.kind === 'statement' && isValidOn(record, article.day);
}

/** A report of figures may also state that something did not happen ("không có người chết"). */
function deniesOn({ record, sentences }: RecordView, article: ArticleView): boolean {
  return (
    record.kind === 'figure' && isValidOn(record, article.day) && sentences.some((sentence) => hasCue(sentence, 'none'))
  );
}

export function findConflicts(article: ArticleView, views: readonly RecordView[]): Conflict[] {
  return views.flatMap((view) => {
    const conflicts = article.sentences.flatMap((told) =>
      isAsserted(told) ? view.sentences.flatMap((known) => conflictOf(article, told, known, view) ?? []) : [],
    );
    return withoutBalanced(conflicts, article, view);
  });
}

/** An article that itself carries the official denial of the same matter reports, it does not distort. */
export function withoutBalanced(conflicts: readonly Conflict[], article: ArticleView, view: RecordView): Conflict[] {
  const balanced = article.sentences.some(
    (sentence) =>
      !conflicts.some(({ told }) => told === sentence) &&
      ((hasCue(sentence, 'denial', 'official-source') && view.sentences.some((known) => agreesWith(sentence, known))) ||
        deniesMatter(sentence, view)),
  );
  return balanced ? [] : [...conflicts];
}

/** A sentence that denies, or negates on official word, something of the record's matter. */
function deniesMatter(sentence: Proposition, view: RecordView): boolean {
  const denies = isDenying(sentence) || (hasCue(sentence, 'negation', 'none') && hasCue(sentence, 'official-source'));
  return denies && sentence.notions.some(({ id }) => view.notions.has(id) && weightOf(id) >= 1);
}

export function agreesWith(told: Proposition, known: Proposition): boolean {
  const likeness = likenessOf(known, told);
  if (likeness.shared < 1.5 || likeness.coverage < 0.4) return false;
  const mine = polesOf(told);
  return isDenying(told) === isDenying(known) && [...polesOf(known)].some(([id, state]) => mine.get(id) === state);
}

function isAsserted(told: Proposition): boolean {
  return !isDenying(told) && !hasCue(told, 'opinion');
}

const SHARED = 1.6;
/** Penalty where sentence and statement name different places: a lake and the town around it, or another town. */
const OTHER_PLACE = 0.8;

function conflictOf(article: ArticleView, told: Proposition, known: Proposition, view: RecordView): Conflict | null {
  const opposed = view.record.kind === 'figure' ? opposedAct(told, known) : oppositionOf(told, known);
  if (opposed === null) {
    return retoldConflict(article, told, known, view) ?? deniedConflict(article, told, known, view);
  }
  if (isBackedUp(told, known, view, opposed) || (opposed.denied && isPlanOfBoth(told, view, opposed))) return null;
  if (
    view.record.kind === 'figure' &&
    (!opposed.denied || !sharesTime(article, told, view) || !sharesEvent(article, view))
  )
    return null;
  if (isOfAnother(article, told, known, view)) return null;
  const likeness = likenessOf(known, told, new Set(opposed.ignored));
  const matter = likeness.shared + elsewhereInRecord(told, known, view);
  if (opposed.act && matter < 1.5) return null;
  if (opposed.denied && opposed.act && saysNone(told)) return null;
  if (opposed.act && opposed.denied && lacksMatter(article, told, view, opposed.deed)) return null;
  const particular = [...article.placesIn(told.start, told.end)].some((name) => view.places.has(name)) ? 0.8 : 0;
  const besides = likenessOf(known, told, new Set([opposed.deed, ...opposed.ignored]));
  if (opposed.act && opposed.denied && besides.shared + elsewhereInRecord(told, known, view) + particular < BESIDES)
    return null;
  const placeBonus = view.places.size > 0 && article.placesIn(told.start, told.end).size > 0 ? 0.8 : 0;
  const gap = settingGap(article, told, view, OTHER_PLACE);
  if (gap === null) return null;
  const shared = matter + placeBonus + (opposed.act ? 0.8 : 0.3) - gap;
  if (shared < SHARED || (likeness.coverage < 0.3 && likeness.words < 0.4)) return null;
  const certainty = Math.min(1, 0.35 + 0.13 * shared + 0.2 * Math.max(likeness.coverage, likeness.words));
  return { told, known, view, likeness, about: opposed.about, certainty: Math.round(certainty * 1000) / 1000 };
}

/** The statement is about a thing (a dam, a ferry) that neither the sentence nor the headline names: houses crack too. */
function lacksMatter(article: ArticleView, told: Proposition, view: RecordView, deed: string): boolean {
  const matters = [...view.notions].filter(
    (id) => id !== deed && notionOf(id).role === 'topic' && notionOf(id).implies !== deed && weightOf(id) >= 1,
  );
  const named = [told, ...article.sentences.filter(({ headline }) => headline)].flatMap(({ notions }) => notions);
  return matters.length > 0 && !matters.some((id) => named.some((hit) => hit.id === id));
}

/** The sentence itself says that somebody or something was not there, or negates on official word; what ended once was. */
function saysNone(told: Proposition): boolean {
  const absent = told.cues.some(({ id, start }) => id === 'none' && !ENDED.test(told.quote.slice(start)));
  return absent || (hasCue(told, 'official-source') && hasCue(told, 'negation', 'denial'));
}

const ENDED = /^(?:không còn|no longer|no more|不再|больше не|ไม่มี.{0,12}อีกต่อไป|លែង|ບໍ່ມີອີກ|ເຊົາ)/iu;

/** The article tells of the event that the report counts, not only of dead or injured. */
function sharesEvent(article: ArticleView, view: RecordView): boolean {
  return article.sentences.some(({ notions }) =>
    notions.some(
      ({ id }) =>
        view.notions.has(id) &&
        weightOf(id) >= 1 &&
        notionOf(id).group === undefined &&
        notionOf(id).role !== 'measure',
    ),
  );
}

/** What a report of figures denies holds for its own event: a day of its span is named, or the article is of those days. */
function sharesTime(article: ArticleView, told: Proposition, view: RecordView): boolean {
  const { span } = view;
  if (span === null || article.day === null) return false;
  const named = told.periods.filter(({ kind }) => kind === 'day' || kind === 'month');
  if (named.length > 0) return named.some(({ from, to }) => from <= span.to && to >= span.from);
  return isRecent(view, article.day);
}

/** What is not yet done and planned is told as planned. */
function isPlanOfBoth(told: Proposition, view: RecordView, { deed, ignored }: Opposition): boolean {
  const isOfDeed = ({ notions }: Proposition): boolean => notions.some(({ id }) => id === deed || ignored.includes(id));
  return isPlanned(told) && view.sentences.some((known) => isPlanned(known) && isOfDeed(known));
}

/** "Since" and "from" also begin what has long begun. */
export function isPlanned(sentence: Proposition): boolean {
  return marksIn(sentence).some(
    ({ id, start }) =>
      id === 'pending' ||
      (id === 'future' && !/^(?:kể từ|từ|bắt đầu|from|starting)/iu.test(sentence.quote.slice(start))),
  );
}

/** Another sentence of the record says just what this one says, and is about it no less. */
function isBackedUp(told: Proposition, known: Proposition, view: RecordView, opposed: Opposition): boolean {
  const mine = polesOf(told);
  const { shared } = likenessOf(known, told);
  return view.sentences.some(
    (other) =>
      other !== known &&
      opposed.ignored.some((id) => mine.has(id) && polesOf(other).get(id) === mine.get(id)) &&
      likenessOf(other, told).shared >= shared,
  );
}

const RETOLD = 2.4;
/** Most that a place or a person concerned counts as the matter of a statement. */
const SETTING_WEIGHT = 0.6;

function retoldConflict(
  article: ArticleView,
  told: Proposition,
  known: Proposition,
  view: RecordView,
): Conflict | null {
  if (view.record.kind !== 'statement' || !hasCue(known, 'negation', 'none')) return null;
  const retelling = retell(article, told, known, view, SETTING_WEIGHT);
  if (retelling === null || retelling.ties < RETOLD) return null;
  const certainty = Math.min(0.85, 0.5 + 0.08 * retelling.ties);
  const about = 'Bài kể như có thật điều mà cơ quan chức năng đã phủ nhận';
  return {
    told,
    known,
    view,
    likeness: likenessOf(known, told),
    about,
    certainty: Math.round(certainty * 1000) / 1000,
  };
}

/** What the statement affirms is negated in its own words, of its own place. */
function deniedConflict(
  article: ArticleView,
  told: Proposition,
  known: Proposition,
  view: RecordView,
): Conflict | null {
  if (view.record.kind !== 'statement' || view.places.size === 0) return null;
  if (placeGap(article, told, view) !== 0 || isOfAnother(article, told, known, view)) return null;
  if (!affirmedWordsDenied(told, known, view.places)) return null;
  const about = 'Bài phủ nhận điều mà cơ quan chức năng đã xác nhận';
  return { told, known, view, likeness: likenessOf(known, told), about, certainty: 0.75 };
}

/** One deed is done in many places: something beside it must be shared. */
const BESIDES = 1.4;
const ELSEWHERE = 0.6;

/** Notions of the record's other sentences that the told sentence shares: they say which event a short denial is about. */
function elsewhereInRecord(told: Proposition, known: Proposition, view: RecordView): number {
  const own = new Set(known.notions.map(({ id }) => id));
  const mine = new Set(told.notions.map(({ id }) => id));
  const others = new Set(view.sentences.flatMap(({ notions }) => notions.map(({ id }) => id)));
  return [...others]
    .filter((id) => !own.has(id) && mine.has(id))
    .reduce((sum, id) => sum + weightOf(id) * ELSEWHERE, 0);
}

/** What two sentences oppose each other in, whether or not they speak of one matter. */
export function oppositionOf(told: Proposition, known: Proposition): Opposition | null {
  return opposedPole(told, known) ?? opposedAct(told, known);
}

export interface Opposition {
  readonly about: string;
  readonly ignored: readonly string[];
  readonly act: boolean;
  /** The official side denies and the article asserts. */
  readonly denied: boolean;
  /** The notion that the two disagree about. */
  readonly deed: string;
}

/** Opposite poles, or one pole said and negated. */
function opposedPole(told: Proposition, known: Proposition): Opposition | null {
  const mine = polesOf(told);
  const theirs = polesOf(known);
  for (const [id, state] of mine) {
    const notion = notionOf(id);
    if (notion.opposite === undefined || id === 'real' || id === 'fake') continue;
    // One part is closed, the other open as ever: which of them the record means no pole can tell.
    if (mine.get(notion.opposite) === state) continue;
    const same = theirs.get(id);
    const other = theirs.get(notion.opposite);
    if (same === state || (other !== undefined && other !== state)) continue;
    if (other === state || (same !== undefined && same !== state && other === undefined)) {
      return {
        about: `Bài nói "${wordOf(told, id)}"${state === 'negated' ? ' (phủ định)' : ''}, ngược với "${wordOf(known, other === undefined ? id : notion.opposite)}"`,
        ignored: [id, notion.opposite],
        act: false,
        denied: theirs.get(id) === 'negated',
        deed: id,
      };
    }
  }
  return null;
}

function wordOf(proposition: Proposition, id: string): string {
  const hit = proposition.notions.find((one) => one.id === id);
  return hit === undefined ? id : proposition.quote.slice(hit.start, hit.end);
}

/** An act or a matter that the statement denies and the article asserts, or the other way round. */
function opposedAct(told: Proposition, known: Proposition): Opposition | null {
  for (const hit of known.notions) {
    const role = notionOf(hit.id).role;
    if ((role !== 'act' && role !== 'topic') || notionOf(hit.id).group === 'country') continue;
    if (role === 'topic' && weightOf(hit.id) < 1) continue;
    const mine = told.notions.find(({ id }) => id === hit.id);
    if (mine === undefined || isOtherKind(told, known, hit.id)) continue;
    const there = role === 'act' ? isNegated(known, hit) || isDenying(known) : isAbsent(known, hit);
    const here = role === 'act' ? isNegated(told, mine) : isAbsent(told, mine);
    if (there === here) continue;
    if (!there && role === 'topic' && !HAPPENINGS.has(hit.id)) continue;
    // "không ai thiệt mạng" says no less than "không có người chết".
    if (role === 'topic' && isNegated(there ? told : known, there ? mine : hit)) continue;
    const word = told.quote.slice(mine.start, mine.end);
    const about = there
      ? `Bài khẳng định "${word}", điều đã bị phủ nhận`
      : `Bài phủ nhận "${word}", điều đã được xác nhận`;
    return { about, ignored: [], act: role === 'act' || weightOf(hit.id) >= 1, denied: there, deed: hit.id };
  }
  return null;
}

/** One conflict a sentence, the surest; of headline and body sentences that conflict with one record, all stay. */
export function bestPerSentence(conflicts: readonly Conflict[]): Conflict[] {
  const best = new Map<Proposition, Conflict>();
  for (const conflict of conflicts) {
    const known = best.get(conflict.told);
    if (known === undefined || known.certainty < conflict.certainty) best.set(conflict.told, conflict);
  }
  return [...best.values()];
}
