import { AsyncLocalStorage } from 'node:async_hooks';

/** What one unit of work has told of itself so far; written as one line when it ends. */
export type EventFields = Record<string, string | number | boolean | null>;

const current = new AsyncLocalStorage<EventFields>();

/** Runs `work`; everything in it, however deep, may `note` into `fields`. */
export function withEvent<Result>(fields: EventFields, work: () => Promise<Result>): Promise<Result> {
  return current.run(fields, work);
}

/**
 * Adds to the event of the work under way, so that one line of the log tells the whole of it. Outside any work it does
 * nothing. Never text of articles or names of persons: logs live by other rules than the ledger.
 *
 * @example note({ host: 'bao.example', status: 200, bytes: 48_211 })
 */
export function note(fields: EventFields): void {
  const event = current.getStore();
  if (event !== undefined) Object.assign(event, fields);
}
