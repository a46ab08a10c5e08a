import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Writable } from 'node:stream';
import { z } from 'zod';
import type { ExitCode, Streams } from '../command/command.ts';

const idSchema = z.looseObject({ id: z.union([z.string(), z.number()]).optional() });

/**
 * Answers each line of NDJSON with one line, in order. A line that fails is answered in its place with `error` (what is
 * wrong, with its line number); memory does not grow with the number of lines.
 *
 * @param answer gets the parsed line; what it throws becomes the line's error
 */
export async function mapLines(streams: Streams, answer: (line: unknown) => unknown): Promise<ExitCode> {
  let failed = 0;
  let number = 0;
  for await (const line of createInterface({ input: streams.input, crlfDelay: Infinity })) {
    number++;
    if (line.trim() === '') continue;
    let parsed: unknown;
    let reply: unknown;
    try {
      parsed = JSON.parse(number === 1 ? line.replace(/^\uFEFF/, '') : line);
      reply = await answer(parsed);
    } catch (error) {
      failed++;
      reply = { ...identity(parsed), error: `dòng ${number}: ${describe(error)}` };
    }
    await writeLine(streams.output, reply);
  }
  return failed === 0 ? 0 : 1;
}

/** Writes one JSON line and waits while the reader is slower than we are. */
export async function writeLine(output: Writable, value: unknown): Promise<void> {
  if (!output.write(`${JSON.stringify(value)}\n`)) await once(output, 'drain');
}

function identity(line: unknown): { id?: string | number } {
  const parsed = idSchema.safeParse(line);
  return parsed.success && parsed.data.id !== undefined ? { id: parsed.data.id } : {};
}

/** One Vietnamese line for an error of any kind. */
export function describe(error: unknown): string {
  if (error instanceof z.ZodError) {
    return error.issues
      .slice(0, 3)
      .map((issue) => (issue.path.length === 0 ? issue.message : `trường ${issue.path.join('.')}: ${issue.message}`))
      .join('; ');
  }
  if (error instanceof SyntaxError) return `không phải JSON hợp lệ (${error.message})`;
  return error instanceof Error ? error.message : String(error);
}
