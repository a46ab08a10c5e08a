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

/**
 * Structured logs, one JSON object a line. Line breaks in values are escaped by JSON, so foreign text cannot forge a line.
 *
 * @param destination where lines go; standard output when absent
 */
export function createLogger(service: string, level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: { service },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: SECRETS, censor: '[ẩn]' },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}
