import { z } from 'zod';

/**
 * What can be wrong with a source, one name each. A name stands for one remedy, which `wording` tells in both languages;
 * a source carries at most one at a time.
 */
export const SOURCE_ALARMS = [
  /** Brought nothing for far longer than is its habit. */
  'quiet',
  /** Answers, but the newest item is months old. */
  'stopped',
  /** Well formed and empty ever since it is watched. */
  'always-empty',
  /** Had items before and lists none any more. */
  'turned-empty',
  'script-wall',
  'captcha-wall',
  'consent-wall',
  'login-wall',
  'redirect-loop',
  'robots-refused',
  'address-refused',
  'gone',
  'forbidden',
  'page-instead-of-feed',
  'not-a-feed',
  'empty-answer',
  'oversized',
  'query-refused',
  'records-unreadable',
  /** Anything else, several times in a row. */
  'keeps-failing',
] as const;
export const sourceAlarmSchema = z.enum(SOURCE_ALARMS);
export type SourceAlarm = z.infer<typeof sourceAlarmSchema>;
