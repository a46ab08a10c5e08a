import { z } from 'zod';
import { type Command, type ExitCode, type Streams, UsageError } from './command/command.ts';
import { describe } from './line/lines.ts';

/** Each command is loaded when it is asked for: most need a few of the packages, and none all of them. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  collect: async () => (await import('./command/collect.ts')).collect,
  feed: async () => (await import('./command/press.ts')).feed,
  extract: async () => (await import('./command/press.ts')).extract,
  language: async () => (await import('./command/press.ts')).language,
  stories: async () => (await import('./command/stories.ts')).stories,
  judge: async () => (await import('./command/judge.ts')).judge,
  verify: async () => (await import('./command/verify.ts')).verify,
  route: async () => (await import('./command/profiles.ts')).route,
  deadline: async () => (await import('./command/profiles.ts')).deadline,
  profile: async () => (await import('./command/profiles.ts')).profile,
  brief: async () => (await import('./command/brief.ts')).brief,
  'verify-chain': async () => (await import('./command/verify-chain.ts')).verifyChain,
  warc: async () => (await import('./command/warc.ts')).warc,
  migrate: async () => (await import('./command/migrate.ts')).migrate,
  'fill-in': async () => (await import('./command/fill-in.ts')).fillIn,
  backup: async () => (await import('./command/backup.ts')).backup,
  restore: async () => (await import('./command/restore.ts')).restore,
  export: async () => (await import('./command/export.ts')).exportAll,
  erase: async () => (await import('./command/erase.ts')).erase,
  retention: async () => (await import('./command/retention.ts')).retention,
  doctor: async () => (await import('./command/doctor.ts')).doctor,
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
    streams.output.write(await help());
    return 0;
  }
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (load === undefined) {
    streams.errors.write(`Không có lệnh "${name}". Các lệnh: ${Object.keys(COMMANDS).join(', ')}.\n`);
    return 2;
  }
  const command = await load();
  try {
    return await command.run(rest, streams);
  } catch (error) {
    streams.errors.write(`${describe(error)}\n`);
    if (error instanceof UsageError) streams.errors.write(`Cách dùng: lamro ${command.usage}\n`);
    return 2;
  }
}

async function help(): Promise<string> {
  const commands = await Promise.all(Object.values(COMMANDS).map((load) => load()));
  const lines = commands.map((command) => `  ${command.usage}\n      ${command.summary}`);
  return `lamro LỆNH: mỗi lệnh đọc và viết NDJSON; lỗi ra luồng lỗi; mã kết thúc 0, 1 (có dòng lỗi) hoặc 2 (không chạy được).\n\n${lines.join('\n')}\n`;
}
