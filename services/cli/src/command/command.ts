import type { Readable, Writable } from 'node:stream';

/** 0: all went well; 1: some lines failed, each with an `error` field in its place; 2: could not run. */
export type ExitCode = 0 | 1 | 2;

/** The streams of one run, handed in so that tests can hold both ends. */
export interface Streams {
  readonly input: Readable;
  readonly output: Writable;
  readonly errors: Writable;
}

export interface Command {
  /** As it is typed after the program's name, with its options. */
  readonly usage: string;
  /** One Vietnamese line for the help page. */
  readonly summary: string;
  run(args: readonly string[], streams: Streams): Promise<ExitCode>;
}

/** The command line cannot be run as it was typed; the message says why and what to type. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}
