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
 * Structured logs, one JSON object a line. Line breaks in values are escaped by JSON, so foreign text cannot forge a line;
 * nothing in one moves a cursor or turns the direction of reading.
 *
 * @param destination where lines go; standard output when absent
 */
export function createLogger(service: string, level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: { service },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: SECRETS, censor: '[ẩn]' },
    hooks: { streamWrite: withoutOrders },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}
