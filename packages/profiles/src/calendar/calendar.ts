import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { InvalidFileError, type Problem } from '../problem/problem.ts';
import { parseYaml, problemAt, readYaml, type YamlFile } from '../profile/document.ts';
import { isWeekend, showDate } from './day.ts';
import { daysOffIn } from './holidays.ts';
import { type CalendarFile, calendarFileSchema } from './schema.ts';

/** Office hours on a working day, local `HH:MM`. */
export interface OfficeHours {
  readonly from: string;
  readonly to: string;
}

/** Which days offices of the state work, in Asia/Ho_Chi_Minh. */
export interface WorkCalendar {
  readonly officeHours: readonly OfficeHours[];
  /** Why nobody works that day; null on a working day. */
  restReason(day: string): string | null;
}

/** The calendar that comes with the software. */
export const CALENDAR_PATH = join(import.meta.dirname, '..', '..', 'data', 'calendar', 'viet-nam.yaml');

/**
 * Reads a calendar file.
 *
 * @throws InvalidFileError with every fault, its line and remedy
 */
export function loadCalendar(path: string = CALENDAR_PATH): WorkCalendar {
  let content: string;
  try {
    content = readFileSync(path, 'utf8');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = `không đọc được tệp lịch (${reason}); kiểm tra đường dẫn và quyền đọc`;
    throw new InvalidFileError([{ file: path, line: 1, path: '', message }]);
  }
  return parseCalendar(content, path);
}

/**
 * Reads a calendar from its text.
 *
 * @throws InvalidFileError with every fault, its line and remedy
 */
export function parseCalendar(content: string, path: string): WorkCalendar {
  const yaml = readYaml(path, content);
  const file = parseYaml(yaml, calendarFileSchema);
  const problems = findProblems(yaml, file);
  if (problems.length > 0) throw new InvalidFileError(problems);
  return buildCalendar(file);
}

function buildCalendar(file: CalendarFile): WorkCalendar {
  const worked = new Set(file.swaps.map((swap) => swap.work));
  const swappedOff = new Map(file.swaps.map((swap) => [swap.off, `hoán đổi, làm bù ngày ${showDate(swap.work)}`]));
  const years = new Map<string, ReadonlyMap<string, string>>();
  const offIn = (year: string): ReadonlyMap<string, string> => {
    const known = years.get(year);
    if (known !== undefined) return known;
    const made = new Map(daysOffIn(Number(year), file).map((off) => [off.day, off.why]));
    years.set(year, made);
    return made;
  };
  const restReason = (day: string): string | null => {
    if (worked.has(day)) return null;
    const holiday = offIn(day.slice(0, 4)).get(day) ?? swappedOff.get(day);
    if (holiday !== undefined) return holiday;
    return isWeekend(day) ? 'ngày nghỉ hằng tuần' : null;
  };
  return { officeHours: file.officeHours, restReason };
}

function findProblems(yaml: YamlFile, file: CalendarFile): Problem[] {
  return [...officeHourProblems(yaml, file), ...tetProblems(yaml, file), ...swapProblems(yaml, file)];
}

function officeHourProblems(yaml: YamlFile, file: CalendarFile): Problem[] {
  return file.officeHours.flatMap((hours, index) => {
    const before = file.officeHours[index - 1];
    const path = ['officeHours', index];
    if (hours.from >= hours.to)
      return [problemAt(yaml, path, 'giờ bắt đầu không trước giờ kết thúc; sửa from hoặc to')];
    if (before !== undefined && hours.from < before.to)
      return [problemAt(yaml, path, 'buổi này chồng giờ với buổi trước; sửa from')];
    return [];
  });
}

function tetProblems(yaml: YamlFile, file: CalendarFile): Problem[] {
  return file.tet.flatMap((entry, index) =>
    entry.from.startsWith(`${entry.year}-`)
      ? []
      : [
          problemAt(
            yaml,
            ['tet', index, 'from'],
            `ngày ${entry.from} không thuộc năm ${entry.year}; sửa year hoặc from`,
          ),
        ],
  );
}

function swapProblems(yaml: YamlFile, file: CalendarFile): Problem[] {
  const plain = buildCalendar({ ...file, swaps: [] });
  const seen = new Set<string>();
  return file.swaps.flatMap((swap, index) => {
    const path = ['swaps', index];
    const found: Problem[] = [];
    const rest = plain.restReason(swap.off);
    if (plain.restReason(swap.work) === null)
      found.push(
        problemAt(yaml, [...path, 'work'], `ngày làm bù ${swap.work} vốn là ngày làm việc; chọn một ngày nghỉ`),
      );
    if (rest !== null)
      found.push(
        problemAt(
          yaml,
          [...path, 'off'],
          `ngày nghỉ hoán đổi ${swap.off} vốn đã nghỉ (${rest}); chọn một ngày làm việc`,
        ),
      );
    for (const day of [swap.off, swap.work]) {
      if (seen.has(day)) found.push(problemAt(yaml, path, `ngày ${day} hoán đổi hai lần; xóa một`));
      seen.add(day);
    }
    return found;
  });
}
