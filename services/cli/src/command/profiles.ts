import { readFileSync } from 'node:fs';
import {
  checkProfileFile,
  deadlineLine,
  formatProblem,
  loadCalendar,
  loadProfile,
  type Profile,
  parseCalendar,
  routeLine,
  showProfile,
} from '@lamro/profiles';
import { readArguments, required } from '../line/arguments.ts';
import { mapLines, writeLine } from '../line/lines.ts';
import { type Command, UsageError } from './command.ts';

/** @throws UsageError or QueryError naming the profiles there are */
export function profileOf(id: string | undefined): Profile {
  return loadProfile(required(id, '--profile', 'hai-phong'));
}

export const route: Command = {
  usage: 'route --profile MÃ',
  summary:
    'cơ quan nào trả lời, báo cho ai, bằng kênh nào, theo điều khoản nào: mỗi dòng {id,origin,sectors,places,at?,reportedBy?}',
  run: (args, streams) => {
    const { values } = readArguments(args, { profile: { type: 'string' } });
    const profile = profileOf(values.profile);
    return mapLines(streams, (line) => routeLine(profile, line));
  },
};

export const deadline: Command = {
  usage: 'deadline --profile MÃ [--calendar TỆP]',
  summary: 'tính thời hạn từng bước kèm căn cứ: mỗi dòng {id,rule,startsAt}',
  run: (args, streams) => {
    const { values } = readArguments(args, { profile: { type: 'string' }, calendar: { type: 'string' } });
    const profile = profileOf(values.profile);
    const calendar =
      values.calendar === undefined ? loadCalendar() : parseCalendar(readFile(values.calendar), values.calendar);
    return mapLines(streams, (line) => deadlineLine(profile, calendar, line));
  },
};

export const profile: Command = {
  usage: 'profile show MÃ | profile check TỆP',
  summary: 'in cả hồ sơ tỉnh dưới dạng JSON, hoặc kiểm tra một tệp hồ sơ và báo lỗi theo dòng',
  run: async (args, streams) => {
    const { positionals } = readArguments(args, {});
    const [action, target] = positionals;
    if (action === 'show') {
      await writeLine(streams.output, showProfile(loadProfile(required(target, 'MÃ', 'cao-bang'))));
      return 0;
    }
    if (action !== 'check') throw new UsageError('Cần "show" hoặc "check".');
    const file = required(target, 'TỆP', 'packages/profiles/data/cao-bang.yaml');
    readFile(file);
    const problems = checkProfileFile(file);
    for (const problem of problems) {
      await writeLine(streams.output, problem);
      streams.errors.write(`${formatProblem(problem)}\n`);
    }
    if (problems.length === 0) streams.errors.write(`${file}: không có lỗi\n`);
    return problems.length === 0 ? 0 : 1;
  },
};

/** @throws UsageError when the file cannot be read */
export function readFile(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new UsageError(`Không đọc được tệp ${path}: ${error instanceof Error ? error.message : error}`);
  }
}
