import { hasCue, type Proposition } from '../claims/proposition.ts';
import type { Figure } from '../figures/figure.ts';
import { notionOf, SETTING, weightOf } from '../lexicon/concepts.ts';
import type { ArticleView } from './article.ts';
import type { OfficialFigure, RecordView } from './record.ts';
import { NO_PLACE_NAMED, periodOf } from './subject.ts';
import { fitPeriods } from './validity.ts';

const NOBODY_DIED =
  /không (?:có|ghi nhận|để xảy ra|làm|gây) (?:\p{L}+ ){0,3}(?:tử vong|chết|thiệt mạng)(?!\p{L})|không (?:ai|người nào|cháu nào) (?:bị )?(?:tử vong|chết|thiệt mạng)(?!\p{L})|không (?:có |gây )?(?:thiệt hại về người|thương vong)/iu;

/** "Không có người tử vong" counts the dead too: none. Null where a sentence says nothing of the kind. */
export function tollOfNone(sentence: Proposition): OfficialFigure | null {
  const match = NOBODY_DIED.exec(sentence.quote);
  if (match === null) return null;
  const figure: Figure = {
    start: match.index,
    end: match.index + match[0].length,
    quote: match[0],
    value: 0,
    low: 0,
    high: 0,
    alternate: null,
    step: 1,
    unit: 'person',
    dimension: 'people',
    approx: 'exact',
    currency: null,
    percent: false,
    range: false,
    worded: false,
    share: false,
  };
  return { figure, sentence, indicator: new Set(), main: false };
}

/** An event is news for so many days; one whose place is not told, for these. */
const NEWS_DAYS = 31;
const FRESH_DAYS = 7;
/** Of accidents on the road there are several in any week. */
const TRAFFIC = new Set(['traffic-accident', 'crash-collide', 'bus-crash', 'truck-crash', 'accident']);

/** After whatever event, people are taken to hospital. */
const CARE = new Set(['emergency-care', 'fall-ill', 'hospital', 'cure-discharge', 'rescue-save']);

/**
 * Whether an article counts dead where a record counts none, of the very event: its place, its day or the weeks after it, and what
 * happened. The record's own words for the rest of the event decide, since "dead" alone is of any event.
 */
export function tellsDeadOfEvent(
  article: ArticleView,
  claim: { readonly proposition: Proposition; readonly figure: Figure; readonly before: ReadonlySet<string> },
  view: RecordView,
  gap: number,
): boolean {
  const { proposition, figure } = claim;
  const told = new Set(proposition.notions.map(({ id }) => id));
  if (!told.has('death') || told.has('injury') || figure.value < 1 || figure.percent) return false;
  if (figure.dimension !== 'people' && figure.dimension !== 'case') return false;
  if (hasCue(proposition, 'negation', 'none', 'denial', 'opinion')) return false;
  const placed = gap === 0 && view.places.size > 0;
  if (gap > NO_PLACE_NAMED || !isOfTheseDays(article, claim, view, placed ? NEWS_DAYS : FRESH_DAYS)) return false;
  const event = [...view.notions].filter(isOfEvent);
  const road = event.some((id) => TRAFFIC.has(id));
  if (road && !placed) return false;
  const around = new Set([...told, ...claim.before]);
  return (placed && !road && event.some((id) => told.has(id) && !CARE.has(id))) || commonTo(event, around) > 1;
}

/** What a record says of the event itself, not of where it was, whom it met or how they fared. */
function isOfEvent(id: string): boolean {
  const { role, group } = notionOf(id);
  return (role === 'topic' || role === 'act') && group !== 'casualty' && weightOf(id) >= 1 && !SETTING.has(id);
}

function commonTo(event: readonly string[], around: ReadonlySet<string>): number {
  return event.filter((id) => around.has(id)).length;
}

function isOfTheseDays(
  article: ArticleView,
  { proposition, figure }: { readonly proposition: Proposition; readonly figure: Figure },
  view: RecordView,
  most: number,
): boolean {
  const told = periodOf(proposition, figure);
  if (told !== null) return fitPeriods(told, view, article.day) === 'same';
  const from = view.span?.from ?? view.record.validFrom ?? null;
  if (article.day === null || from === null) return false;
  const days = (Date.parse(article.day) - Date.parse(from)) / 86_400_000;
  return days >= 0 && days <= most;
}
