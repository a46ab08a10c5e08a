import { z } from 'zod';
import { brief } from './command/brief.ts';
import { collect } from './command/collect.ts';
import { type Command, type ExitCode, type Streams, UsageError } from './command/command.ts';
import { doctor } from './command/doctor.ts';
import { judge } from './command/judge.ts';
import { extract, feed, language } from './command/press.ts';
import { deadline, profile, route } from './command/profiles.ts';
import { stories } from './command/stories.ts';
import { verify } from './command/verify.ts';
import { verifyChain } from './command/verify-chain.ts';
import { warc } from './command/warc.ts';
import { describe } from './line/lines.ts';

const COMMANDS: Readonly<Record<string, Command>> = {
  collect,
  feed,
  extract,
  language,
  stories,
  judge,
  verify,
  route,
  deadline,
  profile,
  brief,
  'verify-chain': verifyChain,
  doctor,
  warc,
};

/**
 * Runs one command of `lamro`.
 *
 * @param args words after the program's name
 * @returns the exit code; errors are one line each on `streams.errors`
 */
export async function run(args: readonly string[], streams: Streams): Promise<ExitCode> {
  z.config(z.locales.vi());
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === 'help') {
    streams.output.write(help());
    return 0;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) {
    streams.errors.write(`Không có lệnh "${name}". Các lệnh: ${Object.keys(COMMANDS).join(', ')}.\n`);
    return 2;
  }
  try {
    return await command.run(rest, streams);
  } catch (error) {
    streams.errors.write(`${describe(error)}\n`);
    if (error instanceof UsageError) streams.errors.write(`Cách dùng: lamro ${command.usage}\n`);
    return 2;
  }
}

function help(): string {
  const lines = Object.values(COMMANDS).map((command) => `  ${command.usage}\n      ${command.summary}`);
  return `lamro LỆNH: mỗi lệnh đọc và viết NDJSON; lỗi ra luồng lỗi; mã kết thúc 0, 1 (có dòng lỗi) hoặc 2 (không chạy được).\n\n${lines.join('\n')}\n`;
}
