import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { UsageError } from '../command/command.ts';

/** Reads options and words. @throws UsageError naming the option that is not known or lacks its value */
export function readArguments<Options extends ParseArgsOptionsConfig>(args: readonly string[], options: Options) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** An option that the command cannot do without. @throws UsageError */
export function required(value: string | undefined, option: string, example: string): string {
  if (value === undefined || value === '') throw new UsageError(`Thiếu ${option}, ví dụ: ${option} ${example}`);
  return value;
}
