import type { SourceRow } from '@lamro/database';
import type { FetchOutcome, SourceAlarm } from '@lamro/domain';
import { alarmOfFailure, isStopped, newestOf, type SourceReading } from '@lamro/press';

export interface SourceHealth {
  readonly emptyChecks: number;
  readonly newestItemAt: Date | null;
  readonly usualGapSeconds: number | null;
  readonly alarm: { readonly name: SourceAlarm; readonly detail: string } | null;
}

export interface SeenNow {
  readonly outcome: FetchOutcome;
  /** Null where the listing is the one that was read before. */
  readonly reading: SourceReading | null;
  readonly foundNew: boolean;
  /** What went wrong with a portal's records, or null. */
  readonly recordsProblem: string | null;
}

const FAILURES_BEFORE_ALARM = 3;
const EMPTY_BEFORE_ALARM = 3;
const HABIT = 0.2;
/** Silence is an alarm after this many usual gaps, and never before this many seconds: nights and weekends are silent. */
const GAPS_OF_SILENCE = 10;
const SHORTEST_SILENCE = 2 * 86_400;

/** What a check says about the source's health, compared with what it has been until now. */
export function judgeHealth(source: SourceRow, seen: SeenNow, now: Date): SourceHealth {
  const { outcome, reading } = seen;
  const kept = {
    emptyChecks: source.empty_checks,
    newestItemAt: source.newest_item_at,
    usualGapSeconds: source.usual_gap_seconds,
  };
  if (!outcome.ok) return { ...kept, alarm: alarmOfOutcome(source, outcome) };
  if (reading?.ok === false) return { ...kept, alarm: { name: reading.alarm, detail: reading.detail } };
  const emptyChecks = isEmpty(source, reading) ? source.empty_checks + 1 : 0;
  const newestItemAt = (reading === null ? null : newestOf(reading.items, now)) ?? source.newest_item_at;
  const habit = { emptyChecks, newestItemAt, usualGapSeconds: habitOf(source, seen.foundNew, now) };
  return { ...habit, alarm: alarmOfListing(source, seen, habit, now) };
}

/** A listing that did not change since it was empty is empty still. */
function isEmpty(source: SourceRow, reading: Extract<SourceReading, { ok: true }> | null): boolean {
  return reading === null ? source.empty_checks > 0 : reading.items.length === 0;
}

/** Seconds between two checks that brought something, smoothed; the first one sets it. */
function habitOf(source: SourceRow, foundNew: boolean, now: Date): number | null {
  if (!foundNew || source.last_new_item_at === null) return source.usual_gap_seconds;
  const gap = (now.getTime() - source.last_new_item_at.getTime()) / 1000;
  return source.usual_gap_seconds === null ? gap : source.usual_gap_seconds * (1 - HABIT) + gap * HABIT;
}

function alarmOfOutcome(source: SourceRow, failure: Extract<FetchOutcome, { ok: false }>): SourceHealth['alarm'] {
  const { alarm, lasting } = alarmOfFailure(failure);
  if (lasting || source.consecutive_failures + 1 >= FAILURES_BEFORE_ALARM)
    return { name: alarm, detail: failure.detail };
  return keptAlarm(source);
}

/** One lost connection neither raises an alarm nor ends one. */
function keptAlarm(source: SourceRow): SourceHealth['alarm'] {
  return source.alarm === null ? null : { name: source.alarm, detail: source.alarm_detail ?? '' };
}

function alarmOfListing(
  source: SourceRow,
  seen: SeenNow,
  habit: Omit<SourceHealth, 'alarm'>,
  now: Date,
): SourceHealth['alarm'] {
  if (seen.recordsProblem !== null) return { name: 'records-unreadable', detail: seen.recordsProblem };
  if (habit.emptyChecks >= EMPTY_BEFORE_ALARM) {
    const ever = source.last_new_item_at !== null;
    return {
      name: ever ? 'turned-empty' : 'always-empty',
      detail: `Không có tin nào trong ${habit.emptyChecks} lần kiểm tra liên tiếp.`,
    };
  }
  // A portal may have nothing to announce for a season; a newspaper may not.
  if (!source.outlet_official && isStopped(habit.newestItemAt, now))
    return { name: 'stopped', detail: `Tin mới nhất đề ngày ${dayOf(habit.newestItemAt)}.` };
  const silence = seen.foundNew ? 0 : secondsSince(source.last_new_item_at, now);
  if (habit.usualGapSeconds !== null && silence > Math.max(SHORTEST_SILENCE, GAPS_OF_SILENCE * habit.usualGapSeconds))
    return { name: 'quiet', detail: `Không có tin mới từ ngày ${dayOf(source.last_new_item_at)}.` };
  return null;
}

function secondsSince(at: Date | null, now: Date): number {
  return at === null ? 0 : (now.getTime() - at.getTime()) / 1000;
}

/** As people write days, in Vietnam. */
function dayOf(at: Date | null): string {
  return at === null
    ? ''
    : new Intl.DateTimeFormat('vi-VN', { dateStyle: 'short', timeZone: 'Asia/Ho_Chi_Minh' }).format(at);
}
