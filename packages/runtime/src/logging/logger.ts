import { type DestinationStream, pino } from 'pino';

export type Logger = pino.Logger;

/** Fields that never reach a log line, whatever object they come in. */
const SECRETS = [
  'password',
  'secret',
  'token',
  'authorization',
  'cookie',
  '*.password',
  '*.secret',
  '*.token',
  '*.authorization',
  '*.cookie',
];

/** Characters that JSON lets stand and that a terminal or a viewer obeys: controls of ISO 6429, line ends, turns of direction. */
const ORDERS = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

function withoutOrders(line: string): string {
  return line.replaceAll(ORDERS, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/**
 * What is told of an error beside its message: where it broke. Its other fields carry what it worked on, and a refused
 * sign-in to Redis carries the whole command with the password in it.
 */
const TOLD_OF_ERRORS = [
  'type',
  'message',
  'stack',
  'code',
  'errno',
  'syscall',
  'address',
  'port',
  'constraint',
  'table',
];
/** Characters of a message or a stack: whoever wrote what failed has no say in how long a line of the log is. */
const LONGEST = 8_000;

function tellOfError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { aggregateErrors, ...told } = pino.stdSerializers.err(error);
  const fields = TOLD_OF_ERRORS.flatMap((name) => {
    const value: unknown = told[name];
    return value === undefined ? [] : [[name, typeof value === 'string' ? value.slice(0, LONGEST) : value]];
  });
  const parts = error instanceof AggregateError && aggregateErrors !== undefined ? error.errors : [];
  return { ...Object.fromEntries(fields), ...(parts.length === 0 ? {} : { errors: parts.map(tellOfError) }) };
}

/**
 * Structured logs, one JSON object a line. Line breaks in values are escaped by JSON, so foreign text cannot forge a line;
 * nothing in one moves a cursor or turns the direction of reading. Errors go under `err`, by type, message and place.
 *
 * @param destination where lines go; standard output when absent
 */
export function createLogger(service: string, level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: { service },
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: tellOfError },
    redact: { paths: SECRETS, censor: '[ẩn]' },
    hooks: { streamWrite: withoutOrders },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}
